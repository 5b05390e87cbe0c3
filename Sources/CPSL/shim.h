#ifndef COMEBACK_CPSL_H
#define COMEBACK_CPSL_H
#include <libpsl.h>
#endif

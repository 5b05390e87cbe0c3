#ifndef COMEBACK_CLZ4_H
#define COMEBACK_CLZ4_H
#include <lz4.h>
#endif

#ifndef COMEBACK_CUCHARDET_H
#define COMEBACK_CUCHARDET_H

#include <uchardet.h>

#endif

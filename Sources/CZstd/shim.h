#ifndef COMEBACK_CZSTD_H
#define COMEBACK_CZSTD_H
#include <zstd.h>
#endif

#ifndef COMEBACK_CBROTLI_H
#define COMEBACK_CBROTLI_H
#include <brotli/decode.h>
#endif

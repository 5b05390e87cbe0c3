#ifndef COMEBACK_CZLIB_H
#define COMEBACK_CZLIB_H
#include <zlib.h>

/* inflateInit2 is a macro with a size-of argument, which Swift cannot call. 15 + 32: zlib or gzip, told by the header. */
static inline int comeback_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 32); }
#endif

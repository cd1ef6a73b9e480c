#include <zlib.h>

/* inflateInit2 is a macro, which Swift does not import. Window bits: 15 zlib, -15 raw deflate, 31 gzip. */
static inline int demarche_inflate_start(z_stream *s, int window_bits) { return inflateInit2(s, window_bits); }
static inline int demarche_gzip_start(z_stream *s) { return deflateInit2(s, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY); }

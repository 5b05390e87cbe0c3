#include <stddef.h>
#include <stdint.h>

/// libFuzzer's own main loop; scripts/fuzz links the library of the toolchain that has it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

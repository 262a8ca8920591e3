// Parts of the C library that would travel with the first frame and are never used: defined here, the library's own stay out.
#include <cstdio>

extern "C" {

// Reduces angles beyond a million turns, with a table of 2.7 KB. Nothing turns that far.
int __rem_pio2_large(double*, double* reduced, int, int, int) {  // NOLINT(bugprone-reserved-identifier): the library's name
    reduced[0] = reduced[1] = 0;
    return 0;
}

// Dear ImGui reads its settings file and the numbers typed into its own number fields with it. There are neither.
int sscanf(const char*, const char*, ...) { return 0; }
}

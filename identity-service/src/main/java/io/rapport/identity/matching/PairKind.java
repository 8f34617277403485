package io.rapport.identity.matching;

/** The three kinds of pair there are; each has its own prior. */
enum PairKind {
    CLIENTS,
    HANDLE_AND_CLIENT,
    HANDLES;

    static PairKind of(Profile a, Profile b) {
        if (a.kind() != b.kind()) {
            return HANDLE_AND_CLIENT;
        }
        return a.kind() == RecordKind.CLIENT ? CLIENTS : HANDLES;
    }
}

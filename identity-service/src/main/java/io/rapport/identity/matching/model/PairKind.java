package io.rapport.identity.matching.model;

import io.rapport.identity.matching.record.NormalizedRecord;
import io.rapport.identity.matching.record.RecordKind;

/** The kinds of record pairs; each has its own prior. */
enum PairKind {
    CLIENTS,
    HANDLE_AND_CLIENT,
    HANDLES;

    static PairKind of(NormalizedRecord a, NormalizedRecord b) {
        if (a.kind() != b.kind()) {
            return HANDLE_AND_CLIENT;
        }
        return a.kind() == RecordKind.CLIENT ? CLIENTS : HANDLES;
    }
}

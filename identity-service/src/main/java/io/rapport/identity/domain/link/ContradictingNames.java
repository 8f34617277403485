package io.rapport.identity.domain.link;

import io.rapport.contracts.identity.HandleProfile;
import io.rapport.identity.domain.decision.JoinEvidence.JoinCheck;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.matching.compare.NameAgreement;
import io.rapport.identity.matching.record.ParsedName;
import java.util.List;
import java.util.Objects;

/** Vetoes joins of people whose names contradict, such as those of a couple with one mailbox. */
final class ContradictingNames {

    static final JoinCheck CHECK = (left, right) -> !NameAgreement.contradicts(names(left), names(right));

    private ContradictingNames() {}

    /** The names on the client list; for a person who is not on it, the display names of the handles. */
    private static List<ParsedName> names(PersonFamily family) {
        var listed = family.listedNames().values();
        var names = listed.isEmpty()
                ? family.handles().stream()
                        .map(handle -> handle.profile())
                        .map(HandleProfile::displayName)
                        .filter(Objects::nonNull)
                        .toList()
                : List.copyOf(listed);
        return names.stream().map(ParsedName::parse).toList();
    }
}

package io.rapport.identity.web.decision;

import static io.rapport.identity.web.display.IdentityMessages.text;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.identity.Decision;
import io.rapport.identity.domain.family.FamilyDirectory;
import io.rapport.identity.domain.family.PersonFamily;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredPerson;
import io.rapport.identity.web.display.DisplayFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds notices from stored decisions only, so that the query string cannot inject text. */
public final class DecisionNoticeBuilder {

    private final FamilyDirectory directory;

    public DecisionNoticeBuilder(FamilyDirectory directory) {
        this.directory = directory;
    }

    /** A stored decision with its sentence. */
    private record NotedDecision(DecisionReference reference, String sentence, boolean undone, Decision decision) {}

    public DecisionNotice of(BrandKey brand, List<DecisionReference> reference, List<String> refused) {
        var found =
                reference.stream().flatMap(each -> find(brand, each).stream()).toList();
        var undo = found.stream()
                .filter(each -> !each.undone())
                .map(each -> each.reference().text())
                .toList();
        return new DecisionNotice(
                summary(found, undo.size()),
                refused,
                undo,
                found.stream().map(each -> each.reference().text()).toList());
    }

    /** Returns the quoted display names of these people for a sentence. */
    public String names(List<PersonKey> people) {
        var found = directory.find(people);
        return people.stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(DisplayFormat::name)
                .map(DisplayFormat::quoted)
                .distinct()
                .collect(Collectors.joining(" " + text("and") + " "));
    }

    /** Returns the other person a decision concerns. */
    public Optional<UUID> otherPerson(BrandKey brand, DecisionReference reference) {
        return find(brand, reference).map(found -> found.decision().other());
    }

    private static String summary(List<NotedDecision> found, int active) {
        if (found.size() == 1) {
            var only = found.get(0);
            return only.undone() ? text("notice.undone", only.sentence()) : only.sentence();
        }
        var undone = found.size() - active;
        return (active > 0 ? text("notice.decided", active) + " " : "")
                + (undone > 0 ? text("notice.all-undone", undone) : "");
    }

    private Optional<NotedDecision> find(BrandKey brand, DecisionReference reference) {
        return directory
                .find(new PersonKey(brand, reference.person()))
                .flatMap(family -> find(brand, family, reference));
    }

    private Optional<NotedDecision> find(BrandKey brand, PersonFamily family, DecisionReference reference) {
        var all = family.members().stream()
                .map(StoredPerson::state)
                .flatMap(person -> person.decisions().stream())
                .toList();
        var undone = all.stream().anyMatch(each -> reference.decision().equals(each.undoes()));
        return all.stream()
                .filter(each -> each.id().equals(reference.decision()) && each.other() != null)
                .findFirst()
                .map(each -> new NotedDecision(reference, sentence(brand, family, each), undone, each));
    }

    private String sentence(BrandKey brand, PersonFamily family, Decision decision) {
        var one = DisplayFormat.quoted(DisplayFormat.name(family));
        var two = otherPerson(brand, family, decision.other());
        return switch (decision.type()) {
            case "MERGED", "JOINED" -> text("notice.one-person", one, two);
            case "DISTINCT", "SPLIT" -> text("notice.two-people", one, two);
            case "LIFTED" -> text("notice.may-be-one", one, two);
            default -> text("notice.about", one, two);
        };
    }

    private String otherPerson(BrandKey brand, PersonFamily family, @Nullable UUID other) {
        return family.mergedMembers().stream()
                .map(StoredPerson::state)
                .filter(person -> person.person().equals(other) && person.name() != null)
                .map(person -> DisplayFormat.quoted(String.valueOf(person.name())))
                .findFirst()
                .or(() -> Optional.ofNullable(other)
                        .flatMap(id -> directory.find(new PersonKey(brand, id)))
                        .filter(found ->
                                !found.head().key().equals(family.head().key()))
                        .map(found -> DisplayFormat.quoted(DisplayFormat.name(found))))
                .orElse(text("someone"));
    }
}

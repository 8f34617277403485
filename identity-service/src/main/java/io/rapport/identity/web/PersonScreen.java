package io.rapport.identity.web;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.access.Scope;
import io.rapport.contracts.identity.Decision;
import io.rapport.contracts.identity.HandleAssigned;
import io.rapport.identity.domain.Directory;
import io.rapport.identity.domain.Family;
import io.rapport.identity.domain.PersonKey;
import io.rapport.identity.domain.PersonSearch;
import io.rapport.identity.domain.StoredPerson;
import io.rapport.web.BrandCatalogue;
import io.rapport.web.Caller;
import io.rapport.web.PageText;
import io.rapport.web.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;
import org.springframework.web.servlet.ModelAndView;

/** Puts people on pages: those who fit some words, or one with handles, history and who else they may be. */
final class PersonScreen {

    private static final int FOUND = 20;
    private static final int DECISIONS = 100;
    private static final int LONGEST = 200;

    private final BrandCatalogue brands;
    private final Directory directory;
    private final PersonSearch search;
    private final Notices notices;

    PersonScreen(BrandCatalogue brands, Directory directory, PersonSearch search, Notices notices) {
        this.brands = brands;
        this.directory = directory;
        this.search = search;
        this.notices = notices;
    }

    /** Whom somebody wants to see. */
    record Asked(BrandKey brand, UUID person, Caller caller) {

        PersonKey key() {
            return new PersonKey(brand, person);
        }
    }

    /** Where a brand's people are. */
    static String path(BrandKey brand) {
        return "/agencies/" + brand.agency() + "/brands/" + brand.brand() + "/people";
    }

    /** People who fit the words, and where the next begin. */
    ModelAndView people(BrandKey brand, Caller caller, String words, String after) {
        var found = find(brand, words, after, FOUND + 1);
        return page("people", brand, caller)
                .addObject("q", words)
                .addObject("people", found.stream().limit(FOUND).toList())
                .addObject("next", found.size() > FOUND ? found.get(FOUND - 1).id() : null);
    }

    /** A person, with what was decided last, and others who fit the words. */
    ModelAndView person(Asked asked, ReviewWish wish, String words, List<String> refused) {
        var family =
                directory.find(asked.key()).orElseThrow(() -> Problem.notFound().asException());
        var id = family.person().person();
        var others = words.isBlank() ? List.<ReviewSide>of() : find(asked.brand(), words, "", FOUND + 1);
        var names = names(asked.brand(), family);
        return page("person", asked.brand(), asked.caller())
                .addObject("id", id)
                .addObject("path", path(asked.brand()) + "/" + id)
                .addObject("was", !asked.person().equals(id))
                .addObject("side", ReviewSide.of(family, directory.rows(family)))
                .addObject("since", PageText.time(family.person().since()))
                .addObject("handles", handles(family))
                .addObject("apart", apart(family, names))
                .addObject("history", history(family, names))
                .addObject("q", words)
                .addObject(
                        "others",
                        others.stream().filter(each -> !each.id().equals(id)).toList())
                .addObject("cursor", null)
                .addObject("notice", notices.of(asked.brand(), wish.noted(), refused));
    }

    /** What stands around every page of a brand. */
    ModelAndView page(String name, BrandKey brand, Caller caller) {
        return new ModelAndView(
                name,
                new ModelMap("brand", PageText.line(brands.require(brand).name()))
                        .addAttribute("key", brand)
                        .addAttribute("peoplePath", path(brand))
                        .addAttribute("reviewPath", ReviewPages.path(brand))
                        .addAttribute("mayDecide", caller.may(Scope.ADMIN)));
    }

    private List<ReviewSide> find(BrandKey brand, String words, String after, int limit) {
        if (words.length() > LONGEST) {
            throw Problem.invalid("q", "q is at most " + LONGEST + " characters.")
                    .asException();
        }
        var keys = search.find(brand, words.strip(), after, limit).stream()
                .map(PersonKey::of)
                .toList();
        var families = directory.find(keys);
        return keys.stream()
                .map(families::get)
                .filter(Objects::nonNull)
                .map(family -> ReviewSide.of(family, List.of()))
                .toList();
    }

    private static List<HandleRow> handles(Family family) {
        return family.handles().stream()
                .sorted(Comparator.comparing(HandleAssigned::since)
                        .thenComparing(handle -> handle.handleKey().key()))
                .map(HandleRow::of)
                .toList();
    }

    /** Whom they are said not to be. */
    private static List<Map.Entry<UUID, String>> apart(Family family, Map<UUID, String> names) {
        return family.everybody().stream()
                .flatMap(each -> each.state().distinctFrom().stream())
                .distinct()
                .filter(names::containsKey)
                .map(id -> Map.entry(id, Objects.requireNonNull(names.get(id))))
                .toList();
    }

    private static List<HistoryRow> history(Family family, Map<UUID, String> names) {
        var told = new LinkedHashMap<UUID, Decision>();
        family.everybody()
                .forEach(each ->
                        each.state().decisions().forEach(decision -> told.putIfAbsent(decision.id(), decision)));
        var undone = told.values().stream()
                .map(Decision::undoes)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var newestFirst = new ArrayList<>(told.values());
        newestFirst.sort(Comparator.comparing(Decision::at).reversed());
        return newestFirst.stream()
                .limit(DECISIONS)
                .map(decision -> HistoryRow.of(
                        family.person().person(),
                        decision,
                        nameOf(decision.other(), names),
                        undone.contains(decision.id())))
                .toList();
    }

    private static @Nullable String nameOf(@Nullable UUID other, Map<UUID, String> names) {
        return other == null ? null : names.getOrDefault(other, "somebody without a name");
    }

    /** What everybody is called whom the decisions about these people name: as themselves, also where they are one by now. */
    private Map<UUID, String> names(BrandKey brand, Family family) {
        var others = family.everybody().stream()
                .map(StoredPerson::state)
                .flatMap(each ->
                        Stream.concat(each.decisions().stream().map(Decision::other), each.distinctFrom().stream()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        var names = named(others.stream().map(id -> new PersonKey(brand, id)).toList());
        family.everybody()
                .forEach(each -> Optional.ofNullable(each.state().name())
                        .ifPresent(name -> names.put(each.state().person(), PageText.line(name))));
        return names;
    }

    private Map<UUID, String> named(Collection<PersonKey> keys) {
        return directory.find(keys).entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().person(), each -> Shown.name(each.getValue())));
    }
}

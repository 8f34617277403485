package io.rapport.report.domain.suggestion;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.suggestion.PersonSuggestions;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Dismissed suggestions of one brand in memory. */
final class MemorySuggestionRepository implements SuggestionRepository {

    private final Map<UUID, PersonSuggestions> states = new LinkedHashMap<>();
    private Runnable beforeSave = () -> {};

    /** Runs once before the next save, as another instance does. */
    void beforeNextSave(Runnable other) {
        beforeSave = other;
    }

    @Override
    public List<PersonSuggestions> find(BrandKey brand, Collection<UUID> people) {
        return people.stream().map(states::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<PersonSuggestions> findOpen(BrandKey brand, Instant time, int limit) {
        return states.values().stream()
                .filter(state -> state.openUntil() != null && state.openUntil().isAfter(time))
                .sorted(Comparator.comparing(PersonSuggestions::openUntil).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public boolean saveNextVersion(PersonSuggestions next) {
        var other = beforeSave;
        beforeSave = () -> {};
        other.run();
        var stored = states.get(next.person());
        if (next.version() != (stored == null ? 1 : stored.version() + 1)) {
            return false;
        }
        states.put(next.person(), next);
        return true;
    }

    @Override
    public void saveNewer(Collection<PersonSuggestions> published) {
        published.forEach(each -> states.put(each.person(), each));
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> people) {
        return people.stream().filter(person -> states.remove(person) != null).count();
    }
}

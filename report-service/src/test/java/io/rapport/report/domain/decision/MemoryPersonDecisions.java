package io.rapport.report.domain.decision;

import io.rapport.contracts.BrandKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Decisions about the people of one brand in memory. */
public abstract class MemoryPersonDecisions<E> implements PersonDecisionRepository<E> {

    private final Map<UUID, E> states = new LinkedHashMap<>();
    private final Function<E, UUID> person;
    private final ToLongFunction<E> version;
    private Runnable beforeSave = () -> {};

    protected MemoryPersonDecisions(Function<E, UUID> person, ToLongFunction<E> version) {
        this.person = person;
        this.version = version;
    }

    /** Runs once before the next save, as another instance does. */
    public void beforeNextSave(Runnable other) {
        beforeSave = other;
    }

    protected Stream<E> states() {
        return states.values().stream();
    }

    @Override
    public List<E> find(BrandKey brand, Collection<UUID> people) {
        return people.stream().map(states::get).filter(Objects::nonNull).toList();
    }

    @Override
    public boolean saveNextVersion(E next) {
        var other = beforeSave;
        beforeSave = () -> {};
        other.run();
        var stored = states.get(person.apply(next));
        if (version.applyAsLong(next) != (stored == null ? 1 : version.applyAsLong(stored) + 1)) {
            return false;
        }
        states.put(person.apply(next), next);
        return true;
    }

    @Override
    public void saveNewer(Collection<E> published) {
        published.forEach(each -> states.put(person.apply(each), each));
    }

    @Override
    public long delete(BrandKey brand, Collection<UUID> people) {
        return people.stream().filter(each -> states.remove(each) != null).count();
    }
}

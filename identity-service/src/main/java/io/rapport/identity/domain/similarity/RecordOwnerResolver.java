package io.rapport.identity.domain.similarity;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.HandleKey;
import io.rapport.identity.domain.link.MatchRecordMapper;
import io.rapport.identity.domain.person.PersonKey;
import io.rapport.identity.domain.person.StoredHandle;
import io.rapport.identity.domain.store.HandleRepository;
import io.rapport.identity.domain.store.PersonRepository;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves the current owners of records, with a constant number of reads. */
public final class RecordOwnerResolver {

    private final HandleRepository handles;
    private final PersonRepository people;

    public RecordOwnerResolver(HandleRepository handles, PersonRepository people) {
        this.handles = handles;
        this.people = people;
    }

    /** The owner of each record; records without an owner are left out. */
    Map<String, PersonKey> findOwners(BrandKey brand, Collection<String> records) {
        var owners = new HashMap<String, PersonKey>();
        var keys = records.stream()
                .map(MatchRecordMapper::handleKey)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            handles.find(keys)
                    .forEach((HandleKey key, StoredHandle handle) ->
                            owners.put(key.key(), PersonKey.of(handle.state())));
        }
        var clients = records.stream()
                .filter(id -> MatchRecordMapper.handleKey(id).isEmpty())
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> new PersonKey(brand, MatchRecordMapper.clientPersonId(id))));
        owners.putAll(resolveHeads(clients));
        return owners;
    }

    private Map<String, PersonKey> resolveHeads(Map<String, PersonKey> clients) {
        var heads = new HashMap<String, PersonKey>();
        var open = new HashMap<>(clients);
        while (!open.isEmpty()) {
            var found = people.find(Map.copyOf(open).values());
            var next = new HashMap<String, PersonKey>();
            open.forEach((id, key) -> {
                var person = found.get(key);
                if (person != null) {
                    var into = person.state().mergedInto();
                    (into == null ? heads : next)
                            .put(id, into == null ? key : key.withPerson(Objects.requireNonNull(into)));
                }
            });
            open = next;
        }
        return heads;
    }
}

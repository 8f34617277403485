package io.rapport.identity.matching.record;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A client row or a handle as input of the matcher.
 *
 * @param id unique in the brand
 * @param kind client row or handle
 * @param accounts the handle's own account, or the accounts on the client row
 * @param values all other values, as received
 */
public record MatchRecord(
        String id, RecordKind kind, List<RecordAccount> accounts, Map<RecordField, List<String>> values) {

    public MatchRecord {
        accounts = List.copyOf(accounts);
        values = Map.copyOf(values);
    }

    /** Returns a client row without values. */
    public static MatchRecord client(String id) {
        return new MatchRecord(id, RecordKind.CLIENT, List.of(), Map.of());
    }

    /** Returns a handle of which only the account is known. */
    public static MatchRecord handle(String id, RecordAccount account) {
        return new MatchRecord(id, RecordKind.HANDLE, List.of(account), Map.of());
    }

    /** Returns a copy with one more value; a blank value adds nothing. */
    public MatchRecord with(RecordField field, String value) {
        if (value.isBlank()) {
            return this;
        }
        Map<RecordField, List<String>> more = new EnumMap<>(RecordField.class);
        more.putAll(values);
        List<String> list = new ArrayList<>(values(field));
        list.add(value);
        more.put(field, List.copyOf(list));
        return new MatchRecord(id, kind, accounts, more);
    }

    /** Returns a copy with one more account. */
    public MatchRecord with(RecordAccount account) {
        List<RecordAccount> more = new ArrayList<>(accounts);
        more.add(account);
        return new MatchRecord(id, kind, more, values);
    }

    public List<String> values(RecordField field) {
        return values.getOrDefault(field, List.of());
    }
}

package io.rapport.ingest.domain.clientlist;

import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.TopicKeys;
import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.identity.ClientDetails;
import io.rapport.contracts.identity.ClientDetailsBuilder;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.contracts.identity.ClientListed;
import io.rapport.contracts.identity.ClientListedBuilder;
import io.rapport.contracts.identity.FurtherContacts;
import io.rapport.ingest.domain.column.ClientListField;
import io.rapport.ingest.domain.contact.AccountAddress;
import io.rapport.ingest.domain.contact.ContactHasher;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.text.BundledWordList;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Maps a client row to the published event. E-mail addresses and telephone numbers become keyed hasher. */
final class ClientListedMapper {

    private static final Comparator<ClientHandle> ORDER =
            Comparator.comparing(ClientHandle::channel).thenComparing(ClientHandle::handle);

    private final BrandRegistered brand;
    private final ContactHasher hasher;

    ClientListedMapper(BrandRegistered brand, ContactHasher hasher) {
        this.brand = brand;
        this.hasher = hasher;
    }

    /**
     * Maps a row to its event.
     *
     * @param at the time of the import
     * @throws InputRejectedException if the installation has no secret to hash with
     */
    ClientListed toEvent(ClientRow row, Instant at) {
        var address = row.text(ClientListField.EMAIL);
        var email = address == null ? null : hasher.hashEmail(brand.agency(), address, ClientListField.EMAIL.word());
        var handles = row.handles().stream()
                .map(this::withoutAddress)
                .distinct()
                .sorted(ORDER)
                .toList();
        var details = details(row, address);
        var client = row.text(ClientListField.CLIENT);
        return ClientListedBuilder.builder()
                .agency(brand.agency())
                .brand(brand.brand())
                .client(client == null ? idOf(row, email, details) : client)
                .name(row.name())
                .emailHash(email)
                .handles(handles)
                .fields(row.fields())
                .at(at)
                .details(details)
                .build();
    }

    /** Computes a digest that does not depend on the time of the import or the order of columns. */
    static String digest(ClientListed client) {
        return digest(canonicalText(client));
    }

    /** Returns the text of a client that its digest is computed of. */
    static String canonicalText(ClientListed client) {
        var handles = client.handles().stream().sorted(ORDER).toList();
        var canonical = ClientListedBuilder.builder(client)
                .handles(handles)
                .fields(new TreeMap<>(client.fields()))
                .at(Instant.EPOCH)
                .build();
        // A client without further contacts keeps the digest that earlier versions stored.
        return canonical.toString().replace(", further=null]", "]");
    }

    /** Computes the digest of a canonical text. */
    static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private ClientDetails details(ClientRow row, @Nullable String address) {
        var phone = row.text(ClientListField.PHONE);
        return ClientDetailsBuilder.builder()
                .givenName(row.text(ClientListField.GIVEN_NAME))
                .familyName(row.text(ClientListField.FAMILY_NAME))
                .emailLocalHash(
                        address == null
                                ? null
                                : hasher.hashEmailLocalPart(brand.agency(), address, ClientListField.EMAIL.word()))
                .emailDomainHash(
                        address == null
                                ? null
                                : hasher.hashEmailDomain(brand.agency(), address, ClientListField.EMAIL.word()))
                .phoneHash(phone == null ? null : hasher.hashPhone(brand.agency(), phone, ClientListField.PHONE.word()))
                .birthDate(row.text(ClientListField.BIRTH_DATE))
                .organisation(row.text(ClientListField.ORGANISATION))
                .street(row.text(ClientListField.STREET))
                .city(row.text(ClientListField.CITY))
                .postcode(row.text(ClientListField.POSTCODE))
                .region(row.text(ClientListField.REGION))
                .country(row.text(ClientListField.COUNTRY))
                .links(row.links().stream().distinct().toList())
                .further(further(row))
                .build();
    }

    private @Nullable FurtherContacts further(ClientRow row) {
        var word = ClientListField.EMAIL.word();
        var further = new FurtherContacts(
                row.emails().stream()
                        .skip(1)
                        .map(address -> hasher.hashEmail(brand.agency(), address, word))
                        .toList(),
                row.phones().stream()
                        .skip(1)
                        .map(number -> hasher.hashPhone(brand.agency(), number, ClientListField.PHONE.word()))
                        .toList(),
                row.emails().stream()
                        .flatMap(address -> hasher.hashMailbox(brand.agency(), address, word).stream())
                        .distinct()
                        .toList());
        return further.equals(FurtherContacts.NONE) ? null : further;
    }

    /**
     * Derives the id of a row without a client id, from the name and the most distinguishing of its other values. An e-mail
     * address alone is not enough: two persons who share it would swap ids when their rows change places.
     */
    private static String idOf(ClientRow row, @Nullable String email, ClientDetails details) {
        var name = BundledWordList.fold(Objects.requireNonNullElse(row.name(), ""));
        var best = Stream.of(
                        Map.entry("email", Objects.requireNonNullElse(email, "")),
                        Map.entry("phone", Objects.requireNonNullElse(details.phoneHash(), "")),
                        Map.entry(
                                "handle",
                                row.handles().stream()
                                        .findFirst()
                                        .map(ClientListedMapper::key)
                                        .orElse("")),
                        Map.entry("born", Objects.requireNonNullElse(details.birthDate(), "")),
                        Map.entry("organisation", folded(details.organisation())),
                        Map.entry("postcode", folded(details.postcode())),
                        Map.entry("city", folded(details.city())))
                .filter(each -> !each.getValue().isEmpty())
                .findFirst()
                .orElse(Map.entry("name", ""));
        return "row-" + DeterministicIds.of("client-row", TopicKeys.join(name, best.getKey(), best.getValue()));
    }

    /** The handle whose account is the hash of an address, where the list has the address itself. */
    private ClientHandle withoutAddress(ClientHandle handle) {
        return AccountAddress.find(handle.handle(), handle.channel())
                .map(address -> hasher.hashEmail(brand.agency(), address, "handle." + handle.channel()))
                .map(hash -> new ClientHandle(handle.channel(), AccountAddress.accountId(hash)))
                .orElse(handle);
    }

    private static String key(ClientHandle handle) {
        return TopicKeys.join(handle.channel(), handle.handle());
    }

    private static String folded(@Nullable String text) {
        return text == null ? "" : BundledWordList.fold(text);
    }
}

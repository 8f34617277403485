package io.rapport.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Generates the people of a brand: names, accounts, and the days on which they are active. */
final class DemoPeopleGenerator {

    private static final PhraseBook NAMES = PhraseBook.load("names.txt");
    /** The number of days before the end without activity of the quiet client. */
    private static final int QUIET_DAYS = 80;

    private final DemoBrand brand;
    private final SeededRandom random;
    private final int days;
    private final Set<String> usedFamilyNames = new HashSet<>();
    private final List<DemoPerson> people = new ArrayList<>();

    DemoPeopleGenerator(DemoBrand brand, SeededRandom random, int days) {
        this.brand = brand;
        this.random = random;
        this.days = days;
    }

    /** Generates all people of the brand. The first client becomes quiet; the first regular changes the name. */
    List<DemoPerson> generate() {
        for (var persona : DemoPersona.values()) {
            for (var i = 0; i < persona.count(); i++) {
                people.add(generate(persona, i == 0));
            }
        }
        return List.copyOf(people);
    }

    /** Generates a further account with its own names and without an e-mail address. */
    DemoActor furtherAccount(String channel, String account, String displayName, @Nullable String place) {
        var page = DemoActor.page(channel, account);
        return new DemoActor(channel + "-" + number(8), account, displayName, page, null, place, 90L, null, null);
    }

    /** Another given name, with the same initial if possible. */
    String siblingName(String given) {
        var others = brand.cultures().stream()
                .flatMap(culture -> NAMES.of(culture + ".given").stream())
                .filter(other -> !other.equals(given))
                .toList();
        var sameInitial = others.stream()
                .filter(other -> other.charAt(0) == given.charAt(0))
                .toList();
        return random.pick(sameInitial.isEmpty() ? others : sameInitial);
    }

    /** Generates the account of a person who is not one of the brand's people. */
    DemoActor strangerAccount(String channel, int followers) {
        return socialAccount(name(), channel, followers, null);
    }

    private DemoPerson generate(DemoPersona persona, boolean first) {
        var name = name();
        var channels = channels();
        return new DemoPerson(
                name,
                persona,
                channels,
                handles(name, persona, channels),
                first ? fixedDays(persona) : randomDays(persona),
                first && persona == DemoPersona.REGULAR ? rename(name) : null);
    }

    private List<String> channels() {
        var social = random.happens(0.45) ? brand.channels().get(0) : random.pick(brand.channels());
        var other = random.pick(brand.channels());
        return other.equals(social) || random.happens(0.6) ? List.of(social) : List.of(social, other);
    }

    private DemoPerson.Rename rename(String name) {
        var given = name.substring(0, name.indexOf(' '));
        var other = name();
        return new DemoPerson.Rename(days / 2, given + other.substring(other.indexOf(' ')));
    }

    /** Generates a full name; no two people of a brand share a family name. */
    private String name() {
        while (true) {
            var culture = random.pick(brand.cultures());
            var family = random.pick(NAMES.of(culture + ".family"));
            if (usedFamilyNames.add(family)) {
                return random.pick(NAMES.of(culture + ".given")) + " " + family;
            }
        }
    }

    private DemoPerson.Days fixedDays(DemoPersona persona) {
        return new DemoPerson.Days(0, persona == DemoPersona.CLIENT ? days - QUIET_DAYS : days);
    }

    private DemoPerson.Days randomDays(DemoPersona persona) {
        var loyal = persona == DemoPersona.ADVOCATE || persona == DemoPersona.CLIENT;
        var first = loyal && random.happens(0.6) ? random.between(0, days / 12) : random.between(0, days * 9 / 10);
        if (persona == DemoPersona.PASSER_BY) {
            return new DemoPerson.Days(first, first + 20);
        }
        var leaves = !loyal && random.happens(0.25);
        return new DemoPerson.Days(first, leaves ? random.between(first, days) : days);
    }

    /**
     * The accounts of a person by channel. A person with an account in the shop has the same e-mail address there and on the
     * main channel; other accounts have the name only.
     */
    private Map<String, DemoActor> handles(String name, DemoPersona persona, List<String> channels) {
        var handles = new LinkedHashMap<String, DemoActor>();
        var address = AccountSpelling.accountName(name) + "@example.org";
        var email = persona.buys() ? address : null;
        for (var social : channels) {
            var known = handles.isEmpty() && random.happens(0.8) ? email : null;
            handles.put(social, socialAccount(name, social, (int) random.logNormal(180), known));
        }
        if (persona.buys()) {
            var customer = account("customer-" + number(6), name, email);
            handles.put("web", customer);
            handles.put("search", customer);
            handles.put("email", account(address, name, email));
        }
        if (persona == DemoPersona.CLIENT) {
            handles.put("phone", account("+15550" + number(6), name, null));
            handles.put("meeting", account(AccountSpelling.accountName(name), name, email));
        }
        return handles;
    }

    private DemoActor socialAccount(String name, String channel, int followers, @Nullable String email) {
        var account = random.pick(AccountSpelling.accountNames(name));
        return new DemoActor(
                channel + "-" + number(8),
                account,
                name,
                DemoActor.page(channel, account),
                random.happens(0.4) ? random.pick(NAMES.of("bio")) : null,
                random.happens(0.5) ? random.pick(brand.places()) : null,
                (long) followers,
                email,
                null);
    }

    private static DemoActor account(String id, String name, @Nullable String email) {
        return new DemoActor(id, null, name, null, null, null, null, email, null);
    }

    private String number(int digits) {
        var number = new StringBuilder();
        for (var i = 0; i < digits; i++) {
            number.append(random.between(i == 0 ? 1 : 0, 9));
        }
        return number.toString();
    }
}

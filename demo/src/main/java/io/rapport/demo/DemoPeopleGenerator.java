package io.rapport.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes up a brand's people: names, accounts, and when they come and go. */
final class DemoPeopleGenerator {

    private static final PhraseBook NAMES = PhraseBook.load("names.txt");
    /** For how many days before the end the quiet client has said nothing. */
    private static final int QUIET_DAYS = 80;

    private final DemoBrand brand;
    private final SeededRandom chance;
    private final int days;
    private final Set<String> taken = new HashSet<>();
    private final List<DemoPerson> cast = new ArrayList<>();

    DemoPeopleGenerator(DemoBrand brand, SeededRandom chance, int days) {
        this.brand = brand;
        this.chance = chance;
        this.days = days;
    }

    /** All of the brand's people. The first client is the one who goes quiet, the first regular takes a new name. */
    List<DemoPerson> people() {
        for (var persona : DemoPersona.values()) {
            for (var i = 0; i < persona.count(); i++) {
                cast.add(person(persona, i == 0));
            }
        }
        return List.copyOf(cast);
    }

    /** Another account, by another name, of somebody or of somebody like them; without an address that tells. */
    DemoActor another(String channel, String account, String displayName, @Nullable String place) {
        var page = DemoActor.page(channel, account);
        return new DemoActor(channel + "-" + number(8), account, displayName, page, null, place, 90L, null, null);
    }

    /** Another given name, with the same initial if there is one. */
    String siblingOf(String given) {
        var others = brand.cultures().stream()
                .flatMap(culture -> NAMES.of(culture + ".given").stream())
                .filter(other -> !other.equals(given))
                .toList();
        var alike = others.stream()
                .filter(other -> other.charAt(0) == given.charAt(0))
                .toList();
        return chance.pick(alike.isEmpty() ? others : alike);
    }

    /** The account of somebody who is about for a story only. */
    DemoActor extra(String channel, int followers) {
        return social(name(), channel, followers, null);
    }

    private DemoPerson person(DemoPersona persona, boolean first) {
        var name = name();
        var socials = socials();
        return new DemoPerson(
                name,
                persona,
                socials,
                handles(name, persona, socials),
                first ? mainCharacter(persona) : comingAndGoing(persona),
                first && persona == DemoPersona.REGULAR ? marriage(name) : null);
    }

    private List<String> socials() {
        var social = chance.happens(0.45) ? brand.channels().get(0) : chance.pick(brand.channels());
        var other = chance.pick(brand.channels());
        return other.equals(social) || chance.happens(0.6) ? List.of(social) : List.of(social, other);
    }

    private DemoPerson.Rename marriage(String name) {
        var given = name.substring(0, name.indexOf(' '));
        var other = name();
        return new DemoPerson.Rename(days / 2, given + other.substring(other.indexOf(' ')));
    }

    /** No two of a brand's people share a family name, but for those whose story it is. */
    private String name() {
        while (true) {
            var culture = chance.pick(brand.cultures());
            var family = chance.pick(NAMES.of(culture + ".family"));
            if (taken.add(family)) {
                return chance.pick(NAMES.of(culture + ".given")) + " " + family;
            }
        }
    }

    private DemoPerson.Days mainCharacter(DemoPersona persona) {
        return new DemoPerson.Days(0, persona == DemoPersona.CLIENT ? days - QUIET_DAYS : days);
    }

    private DemoPerson.Days comingAndGoing(DemoPersona persona) {
        var loyal = persona == DemoPersona.ADVOCATE || persona == DemoPersona.CLIENT;
        var first = loyal && chance.happens(0.6) ? chance.between(0, days / 12) : chance.between(0, days * 9 / 10);
        if (persona == DemoPersona.PASSER_BY) {
            return new DemoPerson.Days(first, first + 20);
        }
        var leaves = !loyal && chance.happens(0.25);
        return new DemoPerson.Days(first, leaves ? chance.between(first, days) : days);
    }

    /**
     * People with an account in the shop are known by the same address there and elsewhere; where else they are about
     * only the name tells.
     */
    private Map<String, DemoActor> handles(String name, DemoPersona persona, List<String> socials) {
        var handles = new LinkedHashMap<String, DemoActor>();
        var address = AccountSpelling.account(name) + "@example.org";
        var email = persona.buys() ? address : null;
        for (var social : socials) {
            var known = handles.isEmpty() && chance.happens(0.8) ? email : null;
            handles.put(social, social(name, social, (int) chance.around(180), known));
        }
        if (persona.buys()) {
            var customer = account("customer-" + number(6), name, email);
            handles.put("web", customer);
            handles.put("search", customer);
            handles.put("email", account(address, name, email));
        }
        if (persona == DemoPersona.CLIENT) {
            handles.put("phone", account("+15550" + number(6), name, null));
            handles.put("meeting", account(AccountSpelling.account(name), name, email));
        }
        return handles;
    }

    private DemoActor social(String name, String channel, int followers, @Nullable String email) {
        var account = chance.pick(AccountSpelling.accounts(name));
        return new DemoActor(
                channel + "-" + number(8),
                account,
                name,
                DemoActor.page(channel, account),
                chance.happens(0.4) ? chance.pick(NAMES.of("bio")) : null,
                chance.happens(0.5) ? chance.pick(brand.places()) : null,
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
            number.append(chance.between(i == 0 ? 1 : 0, 9));
        }
        return number.toString();
    }
}

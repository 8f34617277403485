package io.rapport.report.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonDirectoryTest {

    private static final BrandKey BRAND = new BrandKey("acme", "coffee");
    private static final UUID PERSON = new UUID(0, 1);

    @Test
    void theNumberOfAHandleIsLookedUpBeforeTheWordThatManyHaveInCommon() {
        var words = new ArrayList<String>();
        var repository = (IdentityRepository) Proxy.newProxyInstance(
                IdentityRepository.class.getClassLoader(),
                new Class<?>[] {IdentityRepository.class},
                (self, method, values) -> {
                    words.add((String) values[1]);
                    return Optional.of(Set.of(PERSON));
                });
        var found = new PersonDirectory(repository)
                .findCandidates(BRAND, new IdentityFilter(List.of("account", "4711"), null));
        assertThat(found).contains(Set.of(PERSON));
        // The other word is compared with the names of the one person.
        assertThat(words).containsExactly("4711");
    }

    @Test
    void aFurtherWordIsLookedUpAmongThoseWhoHaveTheFirst() {
        var many = IntStream.range(0, 300).mapToObj(i -> new UUID(0, i)).collect(Collectors.toSet());
        var repository = (IdentityRepository) Proxy.newProxyInstance(
                IdentityRepository.class.getClassLoader(),
                new Class<?>[] {IdentityRepository.class},
                (self, method, values) -> switch (method.getName()) {
                    case "findByWord" -> values[1].equals("frequent") ? Optional.empty() : Optional.of(many);
                    case "findWithWord" ->
                        values[1].equals(many) && values[2].equals("b") ? Set.of(PERSON) : fail(List.of(values));
                    default -> fail(method);
                });
        assertThat(new PersonDirectory(repository)
                        .findCandidates(BRAND, new IdentityFilter(List.of("b", "abc", "frequent"), null)))
                .contains(Set.of(PERSON));
    }

    @Test
    void theWordsOfManyPeopleAreLookedUpApart() {
        var many = IntStream.range(0, 1_100).mapToObj(i -> new UUID(0, i)).collect(Collectors.toSet());
        var others = Set.of(PERSON, new UUID(7, 7));
        var repository = (IdentityRepository) Proxy.newProxyInstance(
                IdentityRepository.class.getClassLoader(),
                new Class<?>[] {IdentityRepository.class},
                (self, method, values) ->
                        method.getName().equals("findByWord") ? found(values[1], many, others) : fail(method));
        assertThat(new PersonDirectory(repository).findCandidates(BRAND, new IdentityFilter(List.of("b", "abc"), null)))
                .contains(Set.of(PERSON));
    }

    private static Optional<Set<UUID>> found(Object word, Set<UUID> ofFirst, Set<UUID> ofSecond) {
        return Optional.of(word.equals("abc") ? ofFirst : ofSecond);
    }

    private static Object fail(Object call) {
        throw new AssertionError(call);
    }
}

package io.rapport.report.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.contracts.BrandKey;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
}

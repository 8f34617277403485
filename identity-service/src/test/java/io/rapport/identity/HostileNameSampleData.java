package io.rapport.identity;

import static org.awaitility.Awaitility.await;

import io.rapport.contracts.BrandKey;
import io.rapport.contracts.DeterministicIds;
import io.rapport.contracts.HandleKey;
import io.rapport.contracts.engagement.ActorBuilder;
import io.rapport.contracts.identity.ClientHandle;
import io.rapport.test.HostileText;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A brand whose people, accounts and clients have hostile names, suggested to be merged in pairs. */
final class HostileNameSampleData {

    private final BrandKey brand;
    private final List<UUID> reviews = new ArrayList<>();

    HostileNameSampleData(BrandKey brand) {
        this.brand = brand;
    }

    void publishTo(IdentityServiceFixture pipeline) {
        pipeline.registerBrand(brand, 1);
        pipeline.put(brand, "/identity-policy", "{\"inference\":false}");
        var names = HostileText.all();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i);
            pipeline.engage(
                    handle(i),
                    ActorBuilder.builder()
                            .id(handle(i).handle())
                            .name(name)
                            .displayName(name)
                            .url("javascript:alert(1)")
                            .bio(name)
                            .location(name)
                            .build());
            pipeline.listClient(brand, "c" + i, name, new ClientHandle("mastodon", "client" + i));
            pipeline.engage(
                    client(i),
                    ActorBuilder.builder()
                            .id("client" + i)
                            .name("client" + i)
                            .displayName(name)
                            .url("https://a.example/" + i)
                            .build());
        }
        await().until(() -> pipeline.assignments(brand).size() == 2 * names.size()
                && pipeline.people(brand).values().stream()
                                .filter(person -> person.clientId() != null && person.mergedInto() == null)
                                .count()
                        == names.size());
        for (var i = 0; i < names.size(); i++) {
            reviews.add(pipeline.suggest(brand, person(i), clientPerson(i)));
        }
    }

    /** The account with that name. */
    HandleKey handle(int i) {
        // An id has at most 500 characters.
        var name = HostileText.all().get(i);
        return new HandleKey(
                brand, "x", i + name.substring(0, Math.min(500, name.length())).replaceAll("\\p{Cc}", ""));
    }

    UUID person(int i) {
        return DeterministicIds.provisionalPerson(handle(i));
    }

    /** The client with that name, who has an account. */
    UUID clientPerson(int i) {
        return DeterministicIds.provisionalPerson(client(i));
    }

    /** The ids of the suggestions. */
    List<UUID> reviews() {
        return List.copyOf(reviews);
    }

    List<Integer> all() {
        return IntStream.range(0, HostileText.all().size()).boxed().toList();
    }

    private HandleKey client(int i) {
        return new HandleKey(brand, "mastodon", "client" + i);
    }
}

package io.rapport.web.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.rapport.contracts.access.SessionUser;
import io.rapport.contracts.access.UserRole;
import io.rapport.messaging.json.Json;
import io.rapport.web.problem.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleMapperTest {

    private static final List<String> ROLES = List.of(
            "admins=acme/ADMINISTRATOR",
            "CN=editors,OU=groups=acme/EDITOR",
            "coffee readers=acme/READER/coffee+tea",
            "42=other/READER");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        groups            | {"groups": ["admins"]}                                        | acme  | ADMINISTRATOR | ``
        groups            | {"groups": "admins"}                                          | acme  | ADMINISTRATOR | ``
        groups            | {"groups": ["unknown", "CN=editors,OU=groups"]}               | acme  | EDITOR        | ``
        groups            | {"groups": ["coffee readers", "CN=editors,OU=groups"]}        | acme  | EDITOR        | ``
        groups            | {"groups": ["42", "coffee readers"]}                          | acme  | READER        | coffee tea
        groups            | {"groups": [42]}                                              | other | READER        | ``
        groups            | {"groups": [null, {"admins": 1}, ["admins"], 42]}             | other | READER        | ``
        groups            | {"groups": {"admins": {"id": "acme.example"}}}                | acme  | ADMINISTRATOR | ``
        /realm/roles      | {"realm": {"roles": ["admins"]}}                              | acme  | ADMINISTRATOR | ``
        /a~1b/c~0d/       | {"a/b": {"c~d": {"": "admins"}}}                              | acme  | ADMINISTRATOR | ``
        https://a.b/roles | {"https://a.b/roles": ["admins"]}                             | acme  | ADMINISTRATOR | ``
        """)
    void theFirstMappingWhoseValueAUserHasGivesAgencyRoleAndBrands(
            String claim, String claims, String agency, UserRole role, String brands) {
        var user = mapper(claim).map(parse(claims));

        assertThat(user)
                .isEqualTo(new SessionUser(agency, "?", role, brands.isEmpty() ? Set.of() : Set.of(brands.split(" "))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        groups       | {}                                    | role-claim-missing
        groups       | {"groups": null}                      | role-claim-missing
        groups       | {"roles": ["admins"]}                 | role-claim-missing
        /groups/a    | {"groups": ["admins"]}                | role-claim-missing
        /realm/roles | {"realm": "admins"}                   | role-claim-missing
        realm.roles  | {"realm": {"roles": ["admins"]}}      | role-claim-missing
        groups       | {"groups": []}                        | role-missing
        groups       | {"groups": ["Admins", " admins", ""]} | role-missing
        groups       | {"groups": "acme/ADMINISTRATOR"}      | role-missing
        groups       | {"groups": [["admins"], true]}        | role-missing
        groups       | {"groups": "admins 42"}               | role-missing
        """)
    void whoHasNoMappedRoleIsRefusedAndTheClaimIsNamed(String claim, String claims, String problem) {
        assertThatThrownBy(() -> mapper(claim).map(parse(claims)))
                .asInstanceOf(type(ProblemException.class))
                .satisfies(e -> {
                    assertThat(e.problem().status()).isEqualTo(403);
                    assertThat(e.problem().type()).endsWith(":" + problem);
                    assertThat(e.problem().detail()).contains("'" + claim + "'").doesNotContain("admins");
                    assertThat(e.problem().fields()).containsEntry("field", claim);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"name": "Kari Nordmann", "sub": "s"}                              | Kari Nordmann
        {"name": " ", "preferred_username": "kari", "email": "k@a.example"} | kari
        {"email": "k@a.example", "sub": "s"}                               | k@a.example
        {"sub": "s"}                                                       | s
        {"name": 4711, "sub": "s"}                                         | s
        {"name": "Kari\\u202E\\nNordmann"}                                 | Kari Nordmann
        """)
    void theNameOfDecisionsIsTheFirstThatTheClaimsHaveOnOneLine(String claims, String name) {
        var all = new HashMap<>(parse(claims));
        all.put("groups", "admins");

        assertThat(mapper("groups").map(all).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admins",
                "=acme/READER",
                "admins=acme",
                "admins=/READER",
                "admins=acme/",
                "admins=acme/reader",
                "admins=acme/UNKNOWN",
                "admins=acme/OWNER",
                "admins=ACME/READER",
                "admins=acme/READER/",
                "admins=acme/READER/coffee+",
                "admins=acme/READER/coffee,tea",
                "admins=acme/READER/coffee/tea",
            })
    void aMappingThatIsMisspeltStopsTheStart(String mapping) {
        assertThatThrownBy(() -> settings("https://issuer.example", "client", List.of(mapping)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rapport.oidc.roles has '" + mapping + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "https://issuer.example, client, true",
        "https://10.0.0.7/realms/a, client, true",
        "http://127.0.0.1:9000, client, true",
        "http://localhost, client, true",
        "'http://[::1]:9000', client, true",
        "'', '', true",
        "https://issuer.example, '', false",
        "http://issuer.example, client, false",
        "http://127.0.0.1.issuer.example, client, false",
        "ftp://127.0.0.1, client, false",
        "issuer.example, client, false",
    })
    void anIssuerHasAClientAndAnAddressThatIsEncryptedOrOnThisMachine(String issuer, String client, boolean valid) {
        if (valid) {
            assertThat(settings(issuer, client, ROLES).issuer()).isEqualTo(issuer);
        } else {
            assertThatThrownBy(() -> settings(issuer, client, ROLES))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rapport.oidc.issuer");
        }
    }

    @Test
    void anIssuerWithoutRolesOrTheScopeOfOpenIdConnectStopsTheStart() {
        assertThatThrownBy(() -> settings("https://issuer.example", "client", List.of()))
                .hasMessageContaining("rapport.oidc.roles");
        assertThatThrownBy(() -> new OidcProperties(
                        "https://issuer.example", "client", "", "", List.of("profile"), "groups", ROLES))
                .hasMessageContaining("rapport.oidc.scopes");
    }

    @Test
    void theSecretOfTheClientIsNotInTheTextOfTheSettings() {
        assertThat(settings("https://issuer.example", "client", ROLES).toString())
                .doesNotContain("a secret")
                .contains("https://issuer.example");
    }

    private static RoleMapper mapper(String claim) {
        return new OidcProperties("https://issuer.example", "client", "", "", List.of("openid"), claim, ROLES).mapper();
    }

    private static OidcProperties settings(String issuer, String client, List<String> roles) {
        return new OidcProperties(issuer, client, "a secret", "", List.of("openid"), "groups", roles);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String claims) {
        return Json.mapper().readValue(claims, Map.class);
    }
}

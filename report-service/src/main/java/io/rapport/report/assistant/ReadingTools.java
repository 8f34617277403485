package io.rapport.report.assistant;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.messaging.json.Json;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The tools that read. */
final class ReadingTools {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final int LINES_OF_MONTH = 10;
    private static final int MAX_BRANDS = 200;
    private static final String WINDOW = "7, 30 or 90 days, default 30";
    private static final String AS_OF = "yyyy-MM-dd: figures of an earlier day, default the current day";

    private final BrandCatalogue brands;
    private final ApiReader api;

    ReadingTools(BrandCatalogue brands, ApiReader api) {
        this.brands = brands;
        this.api = api;
    }

    /**
     * A brand that the caller can read.
     *
     * @param name as people write it
     */
    record BrandItem(String agency, String brand, String name, String timeZone) {}

    /**
     * The brands of a caller.
     *
     * @param count of all of them
     */
    record BrandItems(List<BrandItem> items, int count) {}

    Stream<AssistantTool> all() {
        return Stream.of(listBrands(), readMonth(), findPeople(), readPerson(), listOwed(), readSpread());
    }

    private AssistantTool listBrands() {
        var schema = new ToolSchema().allow("q", "a part of the name of a brand or agency");
        return new AssistantTool(
                "list_brands",
                "List brands",
                "Lists the brands that this token can read, with the agency and brand names that the other tools need.",
                schema,
                true,
                this::listBrands);
    }

    private BrandItems listBrands(AssistantCall call) {
        var part = call.find("q");
        var found = brands.all().stream()
                .filter(brand -> call.caller().canSee(brand.brandKey()))
                .filter(brand -> part == null || matches(brand, part))
                .sorted(Comparator.comparing(BrandRegistered::agency).thenComparing(BrandRegistered::brand))
                .toList();
        return new BrandItems(
                found.stream()
                        .limit(MAX_BRANDS)
                        .map(brand -> new BrandItem(brand.agency(), brand.brand(), brand.name(), brand.timeZone()))
                        .toList(),
                found.size());
    }

    private static boolean matches(BrandRegistered brand, String part) {
        return Stream.of(brand.agency(), brand.brand(), brand.name())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
    }

    private AssistantTool readMonth() {
        var schema = ToolSchema.ofBrand()
                .require("month", "yyyy-MM")
                .allowNumber("limit", "lines of each list, default 10", 1, ApiReader.MAX_ITEMS);
        return new AssistantTool(
                "read_month",
                "Read a month",
                "The month of a brand by name: a summary, who came back, who went quiet, who deserves thanks and was not"
                        + " thanked, who is owed a reply, who recommends the brand, and the figures. Each line has the"
                        + " person's id and the reason.",
                schema,
                true,
                this::readMonth);
    }

    private JsonNode readMonth(AssistantCall call) {
        var month = call.require("month");
        if (!MONTH.matcher(month).matches()) {
            throw Problem.invalid("month", "month is yyyy-MM.").asException();
        }
        var limit = call.find("limit");
        var lines = limit == null ? LINES_OF_MONTH : number(limit);
        return AnswerWriter.shorten(api.read(call, "/months/" + month, List.of()), lines);
    }

    private static int number(String limit) {
        try {
            var number = Integer.parseInt(limit);
            if (number > 0 && number <= ApiReader.MAX_ITEMS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw Problem.invalid("limit", "limit is a number from 1 to " + ApiReader.MAX_ITEMS + ".")
                .asException();
    }

    private AssistantTool findPeople() {
        var filters = new ToolSchema()
                .allow("q", "the beginning of any word of a name or handle")
                .allow("stage", "STRANGER, KNOWS, LIKES, TRUSTS or ADVOCATE; several separated by commas")
                .allow("warmth", "WARM, COOL or COLD")
                .allow("client", "true or false")
                .allow("captive", "true or false: the captive audience")
                .allow("cooling", "true or false: close, but not in touch lately")
                .allow("owed", "true or false: waits for a reply")
                .allow("seen", "ANY, NEW, RETURNING, REVIVED, LAPSED or NONE in the window")
                .allow("window", WINDOW)
                .allow("channel", "such as x or email")
                .allow("seenSince", "yyyy-MM-dd")
                .allow("notSeenSince", "yyyy-MM-dd")
                .allow("sort", "strength, warmth, theyToUs or lastSeen; with - before it in descending order")
                .allow("asOf", AS_OF)
                .paged();
        var names = List.copyOf(filters.properties().keySet());
        return new AssistantTool(
                "find_people",
                "Find people",
                "Finds people of a brand by the filters of its list of people, strongest first. Each has an id, name, handles,"
                        + " strength (0 to 100), stage, warmth, and when the person was first and last seen.",
                filters.requireBrand(),
                true,
                call -> api.readPage(call, "/people", names));
    }

    private AssistantTool readPerson() {
        var schema = ToolSchema.ofBrand()
                .require(AssistantCall.PERSON, "id of the person, from another tool")
                .allow("asOf", AS_OF);
        return new AssistantTool(
                "read_person",
                "Read a person",
                "One person of a brand with why: the relationship, the points of each kind of engagement that make up the"
                        + " strength, and the latest engagements with their texts.",
                schema,
                true,
                this::readPerson);
    }

    private JsonNode readPerson(AssistantCall call) {
        var path = "/people/" + call.person();
        var day = List.of("asOf");
        var answer = Json.mapper().createObjectNode();
        answer.set("person", api.read(call, path, day));
        answer.set("why", api.read(call, path + "/explanation", day).path("lines"));
        answer.set("latest", api.readPage(call, path + "/timeline", day).path("items"));
        return answer;
    }

    private AssistantTool listOwed() {
        var schema = ToolSchema.ofBrand()
                .allow("window", WINDOW)
                .allow("asOf", AS_OF)
                .paged();
        return new AssistantTool(
                "list_owed_replies",
                "List owed replies",
                "The people of a brand who asked and wait for a reply, longest waiting first, and the answer times of the"
                        + " window.",
                schema,
                true,
                call -> api.readPage(call, "/service", List.of("window", "asOf", "limit", "cursor")));
    }

    private AssistantTool readSpread() {
        var schema = ToolSchema.ofBrand().allow("window", WINDOW).allow("asOf", AS_OF);
        return new AssistantTool(
                "read_spread",
                "Read how word spreads",
                "How good and bad word of a brand spreads in a window: carriers, voices, reach, reproduction and speed of each"
                        + " tone, and the latest messages of each with who wrote them.",
                schema,
                true,
                this::readSpread);
    }

    private JsonNode readSpread(AssistantCall call) {
        var parameters = List.of("window", "asOf");
        var answer = Json.mapper().createObjectNode();
        answer.set("spread", api.read(call, "/spread", parameters));
        answer.set("messages", api.read(call, "/spread/messages", parameters));
        return answer;
    }
}

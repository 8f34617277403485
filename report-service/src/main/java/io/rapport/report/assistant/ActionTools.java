package io.rapport.report.assistant;

import io.rapport.contracts.access.Scope;
import io.rapport.report.actions.ActionFields;
import io.rapport.report.actions.ActionHandler;
import io.rapport.report.actions.StaffAction;
import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tools that record what was done for a person, in two steps: the first records nothing and returns a confirmation. */
final class ActionTools {

    private static final List<String> ACTIONS = List.of(StaffAction.THANKS.value(), StaffAction.NOTE.value());

    private final BrandCatalogue brands;
    private final ApiReader api;
    private final ActionHandler actions;
    private final PendingActions pending;
    private final Clock clock;

    ActionTools(BrandCatalogue brands, ApiReader api, ActionHandler actions, PendingActions pending, Clock clock) {
        this.brands = brands;
        this.api = api;
        this.actions = actions;
        this.pending = pending;
        this.clock = clock;
    }

    /**
     * What would be recorded.
     *
     * @param effect a sentence for the user
     * @param confirmation the value that {@code confirm_action} needs
     * @param validUntil the last moment at which it can be confirmed
     */
    record PreparedAction(
            UUID person,
            String name,
            String action,
            @Nullable String text,
            String by,
            String effect,
            String confirmation,
            Instant validUntil) {}

    /**
     * What was recorded.
     *
     * @param person the person; after a merge the survivor
     * @param engagement the id of the engagement
     */
    record ConfirmedAction(UUID person, UUID engagement, String action) {}

    Stream<AssistantTool> all() {
        return Stream.of(prepare(), confirm());
    }

    private AssistantTool prepare() {
        var schema = ToolSchema.ofBrand()
                .require(AssistantCall.PERSON, "id of the person, from another tool")
                .requireOneOf("action", "thanks: a thank-you; note: a note that was written to the person", ACTIONS)
                .allow("text", "the words, at most 2000 characters");
        return new AssistantTool(
                "prepare_action",
                "Prepare a thank-you or a note",
                "Prepares to record that the brand thanked a person, or wrote a note to them. Records nothing: it returns what"
                        + " would be recorded and a confirmation. Show it to the user, and call confirm_action only if the"
                        + " user agrees. Nothing is sent to the person.",
                schema,
                true,
                this::prepare);
    }

    private PreparedAction prepare(AssistantCall call) {
        requireScope(call);
        var brand = call.brand();
        var action = call.require("action");
        if (!ACTIONS.contains(action)) {
            throw Problem.invalid("action", "action is one of " + String.join(", ", ACTIONS) + ".")
                    .asException();
        }
        var person = api.read(call, "/people/" + call.person(), List.of());
        var id = UUID.fromString(person.path("person").asString());
        var text = call.find("text");
        var now = clock.instant();
        var nonce = UUID.randomUUID().toString();
        var fields = new ActionFields(action, nonce, now.toString(), null, text, null, null, null);
        actions.check(brands.require(brand), id, fields, call.caller().name());
        var confirmation = pending.add(new PendingActions.PendingAction(call.tokenHash(), brand, id, fields));
        return new PreparedAction(
                id,
                person.path("name").asString(""),
                action,
                text,
                call.caller().name(),
                "Records one outbound engagement for this person, which counts as effort of the brand.",
                confirmation,
                now.plus(PendingActions.VALID));
    }

    private AssistantTool confirm() {
        var schema = new ToolSchema().require("confirmation", "from prepare_action, valid once");
        return new AssistantTool(
                "confirm_action",
                "Record the prepared action",
                "Records what prepare_action returned. Call it only after the user has agreed.",
                schema,
                false,
                this::confirm);
    }

    private ConfirmedAction confirm(AssistantCall call) {
        requireScope(call);
        var action = pending.take(call.require("confirmation"), call.tokenHash());
        var recorded = actions.record(
                brands.require(action.brand()),
                action.person(),
                action.fields(),
                call.caller().name(),
                call.token());
        return new ConfirmedAction(
                recorded.person(), recorded.engagement(), recorded.action().value());
    }

    /** Ingest, which takes the engagement in, requires the same scope for the brand. */
    private static void requireScope(AssistantCall call) {
        if (!call.caller().hasScope(Scope.INGEST)) {
            throw RequestAuthorizationManager.lacking(Set.of(Scope.INGEST)).asException();
        }
    }
}

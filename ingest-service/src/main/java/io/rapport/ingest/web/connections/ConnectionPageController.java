package io.rapport.ingest.web.connections;

import io.rapport.contracts.brand.BrandRegistered;
import io.rapport.contracts.connection.ConnectionConfigured;
import io.rapport.contracts.connection.ConnectionKey;
import io.rapport.contracts.engagement.RejectionCode;
import io.rapport.ingest.domain.connection.ConnectionDirectory;
import io.rapport.ingest.domain.connection.ConnectionService;
import io.rapport.ingest.domain.connection.DeliveryRejectionRepository.Filter;
import io.rapport.ingest.domain.input.InputRejectedException;
import io.rapport.ingest.domain.source.SourceCatalogue;
import io.rapport.ingest.domain.source.SourceDefinition;
import io.rapport.ingest.web.request.TokenParameter;
import io.rapport.messaging.json.Json;
import io.rapport.web.auth.Caller;
import io.rapport.web.brand.BrandCatalogue;
import io.rapport.web.pages.PageController;
import io.rapport.web.paging.PageRequest;
import io.rapport.web.problem.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages of connections: the list, one connection with what it rejected, and the form. */
@Controller
class ConnectionPageController extends PageController {

    private static final String CONNECTIONS = "/agencies/{agency}/connections";
    private static final String CONNECTION = CONNECTIONS + "/{connection}";

    private final ConnectionService connections;
    private final ConnectionDirectory directory;
    private final ConnectionFinder finder;
    private final ConnectionSaver saver;
    private final ConnectionViews views;
    private final SourceCatalogue sources;
    private final ReplayRunner replays;
    private final BrandCatalogue brands;
    private final Clock clock;

    ConnectionPageController(
            ConnectionService connections,
            ConnectionDirectory directory,
            ConnectionFinder finder,
            ConnectionSaver saver,
            ConnectionViews views,
            SourceCatalogue sources,
            ReplayRunner replays,
            BrandCatalogue brands,
            Clock clock) {
        this.connections = connections;
        this.directory = directory;
        this.finder = finder;
        this.saver = saver;
        this.views = views;
        this.sources = sources;
        this.replays = replays;
        this.brands = brands;
        this.clock = clock;
    }

    /** The agencies whose connections the caller may see. */
    @GetMapping({"/", "/connections"})
    ModelAndView agencies(Caller caller) {
        var agencies = brands.all().stream()
                .map(BrandRegistered::agency)
                .filter(caller::canSee)
                .distinct()
                .sorted()
                .toList();
        return new ModelAndView("agencies", Map.of("agencies", agencies));
    }

    @GetMapping(CONNECTIONS)
    ModelAndView list(@PathVariable String agency, PageRequest paging) {
        var page = views.page(TokenParameter.require("agency", agency), connection -> true, paging);
        var model = new ModelAndView("connections", Map.of("agency", agency, "sources", sources.all()));
        model.addObject("rows", page.items().stream().map(ConnectionRow::of).toList());
        model.addObject(
                "titles",
                sources.all().stream().collect(Collectors.toMap(SourceDefinition::name, ConnectionMessages::title)));
        model.addObject("brands", brands.ofAgency(agency));
        return model.addObject("next", page.next());
    }

    /** The form of a new connection, at a path that is no name of a connection. */
    @GetMapping(CONNECTIONS + "/_new")
    ModelAndView form(@PathVariable String agency, @RequestParam(defaultValue = "json") String source) {
        return form(
                TokenParameter.require("agency", agency),
                new ConnectionForm(null, source, null, null, null, null),
                false,
                null);
    }

    /** One connection, with what it rejected for a reason or from an account. */
    @GetMapping(CONNECTION)
    ModelAndView show(
            @PathVariable String agency,
            @PathVariable String connection,
            @RequestParam(required = false) @Nullable RejectionCode code,
            @RequestParam(required = false) @Nullable String account,
            PageRequest paging) {
        return show(finder.require(agency, connection), filter(code, account), paging, "");
    }

    @GetMapping(CONNECTION + "/edit")
    ModelAndView edit(@PathVariable String agency, @PathVariable String connection) {
        var configured = finder.require(agency, connection);
        var accounts = new StringBuilder();
        configured
                .accounts()
                .forEach(account -> accounts.append(account.id())
                        .append(' ')
                        .append(account.brand())
                        .append('\n'));
        var settings = Json.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Json.mapper().readTree(configured.settings()));
        return form(
                agency,
                new ConnectionForm(connection, configured.source(), accounts.toString(), settings, null, null),
                true,
                null);
    }

    @PostMapping(path = CONNECTIONS, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView save(@PathVariable String agency, ConnectionForm form) {
        var key = ConnectionFinder.key(
                agency, form.connection() == null ? "" : form.connection().strip());
        try {
            saver.save(key, form.body());
            return redirect(key);
        } catch (InputRejectedException e) {
            var exists = directory.find(key).isPresent();
            var model = form(agency, form, exists, e.message());
            model.setStatus(HttpStatus.BAD_REQUEST);
            return model;
        }
    }

    @PostMapping(path = CONNECTION + "/pause", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView pause(@PathVariable String agency, @PathVariable String connection, @RequestParam boolean paused) {
        var key = finder.require(agency, connection).connectionKey();
        connections.pause(key, paused, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return redirect(key);
    }

    /**
     * Replays the rejections that are ticked, or all that the page is filtered by.
     *
     * @param all whether to replay the newest 500 of them, ticked or not
     */
    @PostMapping(path = CONNECTION + "/replay", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView replay(
            @PathVariable String agency,
            @PathVariable String connection,
            @RequestParam(required = false) @Nullable List<@Nullable UUID> ids,
            @RequestParam(required = false) @Nullable RejectionCode code,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "false") boolean all) {
        var configured = finder.require(agency, connection);
        var filter = filter(code, account);
        var selection = all
                ? new ReplayRequest(null, filter.code(), filter.account())
                : new ReplayRequest(ids == null ? List.of() : ids, null, null);
        var result = replays.run(configured, selection);
        return show(
                configured,
                filter,
                PageRequest.of(null, null),
                ConnectionMessages.text("connection.replayed", result.replayed(), result.remaining()));
    }

    private static Filter filter(@Nullable RejectionCode code, @Nullable String account) {
        return new Filter(code, account == null || account.isBlank() ? null : account.strip());
    }

    private ModelAndView show(ConnectionConfigured connection, Filter filter, PageRequest paging, String notice) {
        var model = new ModelAndView("connection");
        var source = sources.find(connection.source());
        model.addObject("agency", connection.agency());
        model.addObject("row", ConnectionRow.of(views.view(connection)));
        model.addObject("title", source.map(ConnectionMessages::title).orElse(connection.source()));
        model.addObject("steps", source.map(ConnectionMessages::steps).orElse(List.of()));
        model.addObject("notice", notice);
        model.addObject("codes", RejectionCode.values());
        model.addObject("filter", filter);
        var rejected = views.rejections(connection.connectionKey(), filter, paging);
        model.addObject(
                "rejected", rejected.items().stream().map(RejectedRow::of).toList());
        return model.addObject("next", rejected.next());
    }

    private ModelAndView form(String agency, ConnectionForm form, boolean exists, @Nullable String wrong) {
        var source = sources.find(String.valueOf(form.source()))
                .orElseThrow(() -> Problem.notFound().asException());
        var model = new ModelAndView("connect", Map.of("agency", agency, "form", form, "exists", exists));
        model.addObject("title", ConnectionMessages.title(source));
        model.addObject("secrets", source.secrets());
        model.addObject("steps", ConnectionMessages.steps(source));
        return model.addObject("wrong", wrong);
    }

    private static ModelAndView redirect(ConnectionKey key) {
        return seeOther("/agencies/" + key.agency() + "/connections/" + key.connection());
    }
}

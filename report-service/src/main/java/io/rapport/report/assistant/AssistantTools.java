package io.rapport.report.assistant;

import com.github.benmanes.caffeine.cache.Ticker;
import io.rapport.report.actions.ActionHandler;
import io.rapport.web.brand.BrandCatalogue;
import java.time.Clock;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Creates the server with all tools. */
public final class AssistantTools {

    private AssistantTools() {}

    /**
     * A server with all tools.
     *
     * @param port the port of this service, known once it listens
     * @param callsPerMinute the most calls of a token in a minute
     * @param origins the origins whose scripts may call the tools
     */
    public static AssistantServer server(
            BrandCatalogue brands, ActionHandler actions, IntSupplier port, int callsPerMinute, List<String> origins) {
        var api = new ApiReader(port);
        var pending = new PendingActions(Ticker.systemTicker());
        var tools = Stream.concat(
                        new ReadingTools(brands, api).all(),
                        new ActionTools(brands, api, actions, pending, Clock.systemUTC()).all())
                .toList();
        return new AssistantServer(tools, callsPerMinute, origins);
    }
}

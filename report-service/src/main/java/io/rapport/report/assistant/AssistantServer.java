package io.rapport.report.assistant;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.rapport.messaging.json.Json;
import io.rapport.web.auth.Caller;
import io.rapport.web.auth.PresentedToken;
import io.rapport.web.auth.RequestAuthorizationManager;
import io.rapport.web.problem.Problem;
import io.rapport.web.problem.ProblemException;
import io.rapport.web.request.RequestQuota;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Model Context Protocol: one POST for each message, without sessions and without streams. The security filters have
 * authenticated the request by its bearer token; no cookie authenticates a POST of JSON.
 */
public final class AssistantServer implements AutoCloseable {

    /** The path of the server. */
    public static final String PATH = "/mcp";

    private static final Logger LOG = LoggerFactory.getLogger(AssistantServer.class);

    private static final String CALLER = "caller";
    private static final String TOKEN = "token";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LOGGED_HASH = 8;
    private static final String INSTRUCTIONS =
            "Rapport measures what the people around a brand give back for the attention the brand gives them. Begin"
                    + " with list_brands. Name people and reasons before figures. " + AnswerWriter.NOTICE;

    private final HttpServletStatelessServerTransport transport;
    private final McpStatelessSyncServer server;
    private final int callsPerMinute;
    private final RequestQuota quota;

    /**
     * A server.
     *
     * @param tools what assistants may call
     * @param callsPerMinute the most calls of a token in a minute
     * @param origins the origins whose scripts may call the tools
     */
    AssistantServer(List<AssistantTool> tools, int callsPerMinute, List<String> origins) {
        this.callsPerMinute = callsPerMinute;
        this.quota = new RequestQuota(callsPerMinute, System::nanoTime);
        this.transport = HttpServletStatelessServerTransport.builder()
                .messageEndpoint(PATH)
                .contextExtractor(AssistantServer::context)
                .securityValidator(new HeaderPolicy(origins))
                .build();
        this.server = McpServer.sync(transport)
                .serverInfo("rapport", "1")
                .instructions(INSTRUCTIONS)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                // The thread of the request, which may block.
                .immediateExecution(true)
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(null))
                .tools(tools.stream().map(this::specification).toList())
                .build();
    }

    /** The servlet that serves the protocol. */
    public Servlet servlet() {
        return transport;
    }

    @Override
    public void close() {
        server.close();
    }

    private static McpTransportContext context(HttpServletRequest request) {
        var caller = RequestAuthorizationManager.currentCaller()
                .orElseThrow(() -> Problem.notFound().asException());
        return McpTransportContext.create(Map.of(CALLER, caller, TOKEN, PresentedToken.require(request)));
    }

    private SyncToolSpecification specification(AssistantTool tool) {
        var described = Tool.builder(tool.name(), tool.schema().build())
                .title(tool.title())
                .description(tool.description())
                .annotations(new ToolAnnotations(tool.title(), tool.readOnly(), false, false, false, null))
                .build();
        return SyncToolSpecification.builder()
                .tool(described)
                .callHandler((context, request) -> call(tool, context, request))
                .build();
    }

    private CallToolResult call(AssistantTool tool, McpTransportContext context, CallToolRequest request) {
        var call = new AssistantCall(
                (Caller) Objects.requireNonNull(context.get(CALLER)),
                (String) Objects.requireNonNull(context.get(TOKEN)),
                request.arguments() == null ? Map.of() : request.arguments());
        var begun = System.nanoTime();
        var status = "200";
        try {
            takeFromQuota(call.tokenHash());
            requireKnown(tool, call.arguments().keySet());
            return result(AnswerWriter.write(tool.handler().call(call)));
        } catch (ProblemException e) {
            status = String.valueOf(e.problem().status());
            return refusal(e.problem());
        } catch (RuntimeException e) {
            status = e.getClass().getSimpleName();
            LOG.error("The tool {} failed: {}", tool.name(), status);
            return refusal(Problem.unavailable("The tool failed. Call it again later.", MINUTE)
                    .problem());
        } finally {
            // Neither arguments nor answers: they have personal data.
            LOG.info(
                    "Call of an assistant: tool {}, token {}, status {}, {} ms",
                    tool.name(),
                    call.tokenHash().substring(0, LOGGED_HASH),
                    status,
                    (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private void takeFromQuota(String tokenHash) {
        quota.take(tokenHash).ifPresent(wait -> {
            throw Problem.tooMany(
                    "too-many-calls",
                    "Too many calls",
                    "The token may call tools %d times in a minute. Call again %d seconds later."
                            .formatted(callsPerMinute, wait.toSeconds() + 1),
                    wait);
        });
    }

    private static void requireKnown(AssistantTool tool, Set<String> names) {
        var known = tool.schema().properties().keySet();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Problem.invalid(name, "The arguments of " + tool.name() + " are " + String.join(", ", known) + ".")
                    .asException();
        });
    }

    private static CallToolResult result(Map<String, Object> answer) {
        return CallToolResult.builder()
                .structuredContent(answer)
                .addTextContent(Json.mapper().writeValueAsString(answer))
                .isError(false)
                .build();
    }

    private static CallToolResult refusal(Problem problem) {
        return CallToolResult.builder()
                .addTextContent(problem.title() + ". " + problem.detail())
                .isError(true)
                .build();
    }
}

package io.rapport.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.rapport.messaging.json.Json;
import io.rapport.report.assistant.AssistantServer;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The client of the protocol's SDK, connected to a server. */
record AssistantSession(McpSyncClient client) implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    static AssistantSession open(String url, String token) {
        var transport = HttpClientStreamableHttpTransport.builder(url)
                .endpoint(AssistantServer.PATH)
                .requestBuilder(HttpRequest.newBuilder().header("Authorization", "Bearer " + token))
                .build();
        var client = McpClient.sync(transport).requestTimeout(TIMEOUT).build();
        client.initialize();
        return new AssistantSession(client);
    }

    CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(new CallToolRequest(tool, arguments));
    }

    /** The answer of a call that is not refused. */
    JsonNode answer(String tool, Map<String, Object> arguments) {
        var result = call(tool, arguments);
        assertThat(result.isError()).as("%s", result.content()).isFalse();
        return Json.mapper().valueToTree(result.structuredContent()).path("answer");
    }

    static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    @Override
    public void close() {
        client.close();
    }
}

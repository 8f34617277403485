package io.rapport.standalone.acceptance;

import io.rapport.gateway.route.RouteTable;
import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A method of a controller, as its service reports it.
 *
 * @param service the name of the service
 * @param path the pattern of its paths
 * @param form whether it reads a form
 */
record ServiceMapping(String service, String method, String path, boolean form) {

    /** The setting with which services report their mappings. */
    static final String EXPOSURE = "management.endpoints.web.exposure.include";

    static final String EXPOSED = "health,prometheus,mappings";
    static final List<String> SERVICES = List.of("ingest", "identity", "scoring", "report");

    private static final Set<String> BRANDING =
            Set.of("GET /agencies/{agency}/branding.css", "GET /v1/agencies/{agency}/branding/logo");

    private static final String NO_ID = "00000000-0000-4000-8000-000000000000";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The methods of all controllers of all services. */
    static List<ServiceMapping> all(ConnectionInfo connection) {
        return SERVICES.stream()
                .flatMap(service -> of(connection, service).stream())
                .toList();
    }

    /** The methods of all controllers of a service. */
    static List<ServiceMapping> of(ConnectionInfo connection, String service) {
        var mappings = new ArrayList<ServiceMapping>();
        for (var entry : Json.mapper()
                .readTree(read(connection, service))
                .at("/contexts")
                .valueStream()
                .toList()
                .get(0)
                .at("/mappings/dispatcherServlets/dispatcherServlet")) {
            var conditions = entry.at("/details/requestMappingConditions");
            var owner = entry.at("/details/handlerMethod/className").asString("");
            if (owner.startsWith("io.rapport.") && !owner.endsWith("ErrorController")) {
                var form = conditions.path("consumes").toString().contains(FORM);
                for (var path : conditions.path("patterns")) {
                    for (var method : conditions.path("methods")) {
                        mappings.add(new ServiceMapping(service, method.asString(), path.asString(), form));
                    }
                }
            }
        }
        return mappings;
    }

    /** Whether it belongs to an agency. */
    boolean isOfAgency() {
        return path.contains("{agency}");
    }

    boolean isPage() {
        return !path.startsWith("/v1/");
    }

    /** Whether it is the colour or the logo of an agency, which all of its users and clients see. */
    boolean isBranding() {
        return BRANDING.contains(method + " " + path);
    }

    boolean reads() {
        return method.equals("GET");
    }

    /** A path of a brand, with ids that nothing has. */
    String path(String agency, String brand) {
        return path.replace("{agency}", agency).replace("{brand}", brand).replaceAll("\\{[^}]*}", NO_ID);
    }

    /** The one address; the service's own where the gateway does not forward to it. */
    String base(ConnectionInfo connection) {
        return RouteTable.find(method, path("agency", "brand"))
                        .filter(upstream -> upstream.toString().equals(service))
                        .isPresent()
                ? connection.url()
                : base(connection, service);
    }

    private static String base(ConnectionInfo connection, String service) {
        return Map.of(
                        "ingest", connection.ingest(),
                        "identity", connection.identity(),
                        "scoring", connection.scoring(),
                        "report", connection.report())
                .get(service);
    }

    private static String read(ConnectionInfo connection, String service) {
        var request = HttpRequest.newBuilder(URI.create(base(connection, service) + "/actuator/mappings"))
                .header("Authorization", "Bearer " + connection.token());
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(service, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

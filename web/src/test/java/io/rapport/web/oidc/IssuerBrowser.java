package io.rapport.web.oidc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with cookies of its own, whose redirects a test follows. */
final class IssuerBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final URI installation;

    IssuerBrowser(int port) {
        this.installation = URI.create("http://127.0.0.1:" + port);
    }

    /** Opens a page of the installation, or an absolute address. */
    HttpResponse<String> open(String address, String... headers) {
        var request = HttpRequest.newBuilder(installation.resolve(address)).header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> post(String address, Map<String, String> fields, String... headers) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(installation.resolve(address))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Signs in at the issuer, up to the address with the code, which is not opened. */
    String callback(String user, String next) {
        var atIssuer = target(open("/sign-in/oidc?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
        var form = target(open(atIssuer));
        if (form.contains("/sign-in/oidc/callback")) {
            return form;
        }
        var token = CSRF.matcher(open(form).body());
        if (!token.find()) {
            throw new AssertionError("The issuer shows no form at " + form);
        }
        var back =
                target(post(form, Map.of("username", user, "password", TestIssuer.PASSWORD, "_csrf", token.group(1))));
        return target(open(back));
    }

    /** Signs in, and returns the response to the address with the code. */
    HttpResponse<String> signIn(String user, String next) {
        return open(callback(user, next));
    }

    /** The value of a cookie; empty if there is none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .collect(Collectors.joining());
    }

    /** Sets a cookie, as another site on the same domain could. */
    void plant(String name, String value, String path) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookie.setDomain(installation.getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().add(installation, cookie);
    }

    /** The absolute address of a redirect. */
    static String target(HttpResponse<String> response) {
        return response.uri().resolve(location(response)).toString();
    }

    /** The address of a redirect, as it was sent. */
    static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(
                        response.uri() + " answers " + response.statusCode() + ": " + response.body()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

package io.rapport.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The client list of a brand as CSV. It contains each client's main account only, not the others.
 *
 * @param header the header line
 * @param rows one line per client
 */
public record DemoClientList(String header, List<String> rows) {

    private static final List<String> OWN_COLUMNS = List.of("client", "name", "email");

    static DemoClientList of(DemoYear year) {
        var accounts = Stream.concat(year.brand().channels().stream(), Stream.of("phone"))
                .toList();
        var clients = year.people().stream().filter(DemoPerson::isClient).toList();
        return new DemoClientList(
                Stream.concat(OWN_COLUMNS.stream(), accounts.stream().map(channel -> "handle." + channel))
                        .collect(Collectors.joining(",")),
                clients.stream()
                        .map(client -> row(clients.indexOf(client) + 1001, client, accounts))
                        .toList());
    }

    private static String row(int number, DemoPerson client, List<String> accounts) {
        return Stream.concat(
                        Stream.of("C" + number, client.name(), id(client.handles(), "email")),
                        accounts.stream()
                                .map(channel -> isListed(client, channel) ? id(client.handles(), channel) : ""))
                .map(field -> '"' + field + '"')
                .collect(Collectors.joining(","));
    }

    private static boolean isListed(DemoPerson client, String channel) {
        return channel.equals("phone") || channel.equals(client.mainChannel());
    }

    private static String id(Map<String, DemoActor> handles, String channel) {
        var actor = handles.get(channel);
        return actor == null ? "" : actor.id();
    }
}

package io.rapport.web.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Resolves hosts to public addresses (guard against server-side request forgery). The caller connects to the returned address and
 * does not resolve again, so that a name cannot change in between.
 */
public final class AddressGuard {

    private static final int MAPPED_PREFIX_BYTES = 12;

    private final Resolver resolver;
    private final boolean loopbackAllowed;

    /** Resolves a host; {@link InetAddress#getAllByName} in production. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * Creates a guard.
     *
     * @param loopbackAllowed whether loopback addresses are reached; for tests only
     */
    public AddressGuard(Resolver resolver, boolean loopbackAllowed) {
        this.resolver = resolver;
        this.loopbackAllowed = loopbackAllowed;
    }

    /**
     * Resolves a host.
     *
     * @throws OutboundFailedException if it is unknown, or any of its addresses is not public
     */
    public List<InetAddress> resolve(String host) {
        try {
            var addresses = resolver.resolve(host);
            if (addresses.length > 0 && Arrays.stream(addresses).allMatch(this::isAllowed)) {
                return List.of(addresses);
            }
        } catch (UnknownHostException e) {
            throw new OutboundFailedException("The host " + host + " is not known. Check the address in the settings.");
        }
        throw new OutboundFailedException(
                "The host " + host + " has an internal address, which is not fetched. Only public addresses are.");
    }

    private boolean isAllowed(InetAddress address) {
        return loopbackAllowed && address.isLoopbackAddress() || isPublic(address);
    }

    /** Whether an address belongs to the public internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes, 0) : isPublicV6((Inet6Address) address, bytes);
    }

    private static boolean isPublicV4(byte[] bytes, int from) {
        var first = bytes[from] & 0xFF;
        var second = bytes[from + 1] & 0xFF;
        var third = bytes[from + 2] & 0xFF;
        var shared = first == 100 && second >= 64 && second < 128;
        var unrouted = first == 0 || first == 10 || first == 127 || first >= 224;
        var local = first == 169 && second == 254
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 168;
        var reserved = first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 198 && (second == 18 || second == 19 || second == 51 && third == 100)
                || first == 203 && second == 0 && third == 113;
        return !(shared || unrouted || local || reserved);
    }

    /** IPv6 addresses that contain an IPv4 address are judged by it. */
    private static boolean isPublicV6(Inet6Address address, byte[] bytes) {
        var first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        var second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        if (address.isIPv4CompatibleAddress() || isMapped(bytes)) {
            return isPublicV4(bytes, MAPPED_PREFIX_BYTES);
        }
        if (first == 0x2002) {
            return isPublicV4(bytes, 2);
        }
        // NAT64 hides any IPv4 address; Teredo and documentation addresses are no hosts.
        var global = (first & 0xE000) == 0x2000;
        return global && !(first == 0x2001 && (second == 0 || second == 0x0DB8));
    }

    private static boolean isMapped(byte[] bytes) {
        for (var i = 0; i < MAPPED_PREFIX_BYTES - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return (bytes[10] & 0xFF) == 0xFF && (bytes[11] & 0xFF) == 0xFF;
    }
}

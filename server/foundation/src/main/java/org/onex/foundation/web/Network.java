package org.onex.foundation.web;

import java.net.InetAddress;
import java.util.HexFormat;

/** Whom an address belongs to (来源网络), so that {@link Tries} count people and not addresses. */
public final class Network {

    private static final int IPV6 = 16;

    private Network() {}

    /** The first half of an IPv6 address, because a house has all addresses behind it; any other address itself. */
    public static String of(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV6 ? HexFormat.of().formatHex(bytes, 0, IPV6 / 2) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}

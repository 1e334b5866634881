package org.mingze.access.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/// 网络地址 — as tries are counted: of IPv6 the half that says the network, since one machine may
/// take any address in it.
final class NetworkAddress {
    private static final int NETWORK_BYTES = 8;
    private static final int LONGEST = 64;

    private NetworkAddress() {}

    static String of(String told) {
        try {
            InetAddress address = InetAddress.ofLiteral(told);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                    : address.getHostAddress();
        } catch (IllegalArgumentException unreadable) {
            return told.length() > LONGEST ? told.substring(0, LONGEST) : told;
        }
    }
}

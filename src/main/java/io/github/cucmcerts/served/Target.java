package io.github.cucmcerts.served;

import io.github.cucmcerts.net.HostPort;
import io.github.cucmcerts.trust.Endpoint;

/** An endpoint, and where to connect. */
public record Target(Endpoint endpoint, HostPort place) {}

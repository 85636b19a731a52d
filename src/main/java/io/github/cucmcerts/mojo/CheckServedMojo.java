package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Check;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.cucm.Cluster;
import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.net.HostPort;
import io.github.cucmcerts.plan.procedure.Procedure;
import io.github.cucmcerts.served.Endpoints;
import io.github.cucmcerts.served.ServedCheck;
import io.github.cucmcerts.served.Target;
import io.github.cucmcerts.served.TlsProbe;
import io.github.cucmcerts.served.Watch;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.Endpoint;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * After the change window: connects to each node and compares the certificates that it serves with the certificates in the directory.
 * It accepts every certificate in order to read it, and sends nothing secret. It does not check an upload set that {@code check} blocks.
 */
@Mojo(name = "check-served", requiresProject = false, threadSafe = true)
public final class CheckServedMojo extends AbstractCheckMojo {
    /**
     * The addresses of nodes that DNS does not know: {@code NODE=HOST} or {@code NODE=HOST:PORT}, an IPv6 address in brackets. With a
     * port, every connection to the node goes to that port.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.addresses")
    private List<String> addresses;

    /**
     * The ports of a purpose, if they are not the documented ones: {@code PURPOSE=PORT}. Repeat this for each port of the purpose.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.ports")
    private List<String> ports;

    /**
     * The time limit in seconds for finding the addresses of a node, again for the connection to each of them, and again for reading
     * everything from the connection.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.timeoutSeconds", defaultValue = "10")
    private int timeoutSeconds;

    /**
     * For how many minutes to check a port again if it does not serve the planned certificate yet, because its service restarts. The
     * last result counts.
     *
     * @since 2.0.0
     */
    @Parameter(property = "cucm-certs.waitMinutes", defaultValue = "0")
    private int waitMinutes;

    private final Clock clock = Clock.systemUTC();
    private final Watch.Pause pause = time -> Thread.sleep(time.toMillis());

    private Duration timeout;
    private Duration patience;
    private Map<Purpose, List<Port>> named;

    @Override
    Scope scope() {
        return Scope.SERVED;
    }

    @Override
    void validate() {
        super.validate();
        timeout = Values.timeout(timeoutSeconds);
        patience = Values.minutes(waitMinutes);
        named = Values.ports(Values.trimmed(ports));
    }

    @Override
    Assessment check(Request request, Consumer<Message> doing) throws IOException, MojoExecutionException {
        Cluster cluster = request.situation().cluster();
        Assessment files = Check.run(request.ofFiles(), doing);
        List<Target> targets = targets(files);
        TlsProbe probe = TlsProbe.of(timeout, cluster.xmppDomains().stream().findFirst());
        Watch watch = new Watch(probe::read, patience, clock, pause, doing);
        try {
            return new ServedCheck(Procedure.restarts(cluster), watch).run(request, files, targets);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stopped.of("mojo.check-interrupted", "The check was interrupted. No report was written.");
        }
    }

    private List<Target> targets(Assessment files) {
        Map<NodeName, Addresses.Place> places = Addresses.places(Endpoints.nodes(files), Values.trimmed(addresses));
        Set<Target> targets = new LinkedHashSet<>();
        for (Endpoint endpoint : Endpoints.of(files, named)) {
            Addresses.Place place = places.get(endpoint.node());
            Endpoint at = place.port().isPresent() ? endpoint.at(place.port().getAsInt()) : endpoint;
            targets.add(new Target(at, new HostPort(place.host(), at.port().number())));
        }
        return List.copyOf(targets);
    }
}

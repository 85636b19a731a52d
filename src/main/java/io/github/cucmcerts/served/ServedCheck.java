package io.github.cucmcerts.served;

import io.github.cucmcerts.check.Assessment;
import io.github.cucmcerts.check.Check;
import io.github.cucmcerts.check.Request;
import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.trust.PortCheck;
import io.github.cucmcerts.trust.PortChecks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads what the nodes serve, and checks it with the rules.
 *
 * @param restarts the restarts after which the services of a purpose use an uploaded certificate
 * @param watch reads what the nodes serve
 */
public record ServedCheck(Map<Purpose, Message> restarts, Watch watch) {
    /**
     * Checks what the nodes serve.
     *
     * @param request with the rules of the topic served
     * @param files the result of the goal {@code check}: nobody uploads a blocked set
     * @throws InterruptedException if the build is stopped
     */
    public Assessment run(Request request, Assessment files, List<Target> targets) throws InterruptedException {
        Map<String, List<PortCheck>> bySet = watch.results(targets).stream()
                .collect(Collectors.groupingBy(
                        portCheck -> portCheck.endpoint().set(), LinkedHashMap::new, Collectors.toList()));
        PortChecks portChecks = new PortChecks(
                bySet, Endpoints.notChecked(files), restarts, watch.clock().instant());
        return Check.assess(request, files.facts().with(portChecks));
    }
}

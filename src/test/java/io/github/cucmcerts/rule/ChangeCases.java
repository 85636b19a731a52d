package io.github.cucmcerts.rule;

import static io.github.cucmcerts.rule.Case.PUB;
import static io.github.cucmcerts.rule.Case.SUB;
import static io.github.cucmcerts.rule.Case.TOMCAT;
import static io.github.cucmcerts.rule.Case.clean;
import static io.github.cucmcerts.rule.Case.found;

import io.github.cucmcerts.cucm.Purpose;
import io.github.cucmcerts.fixture.GoodSet;
import java.util.List;

final class ChangeCases {
    private static final String CALL_MANAGER = PUB + "/CallManager";
    private static final String TVS = PUB + "/TVS";
    private static final GoodSet GOOD = GoodSet.of(PUB);

    static final List<Case> ALL = List.of(
            found("callmanager-with-tvs", "on one node")
                    .in(tree -> tree.set(CALL_MANAGER).set(TVS)),
            found("callmanager-with-tvs", "on two nodes")
                    .in(tree -> tree.set(CALL_MANAGER).set(SUB + "/TVS")),
            found("callmanager-with-tvs", "on each TVS set")
                    .in(tree -> tree.set(CALL_MANAGER).set(TVS).set(SUB + "/TVS")),
            found("callmanager-with-tvs", "CallManager-ECDSA")
                    .in(tree -> tree.set(PUB + "/CallManager-ECDSA", GoodSet.ecdsa(PUB))
                            .set(TVS)),
            found("callmanager-with-tvs", "twelve nodes, only ten of them are named")
                    .in(tree -> {
                        tree.set(TVS);
                        for (int node = 1; node <= 12; node++) {
                            tree.set("node" + node + ".example.com/CallManager");
                        }
                    }),
            clean("callmanager-with-tvs", "tomcat").in(tree -> tree.set(TOMCAT).set(TVS)),
            clean("callmanager-with-tvs", "CallManager is deployed")
                    .in(tree -> tree.set(CALL_MANAGER, GOOD)
                            .set(TVS)
                            .file("deployed/" + CALL_MANAGER + "/now.pem", GOOD.leaf())),
            clean("callmanager-with-tvs", "TVS is deployed")
                    .in(tree ->
                            tree.set(CALL_MANAGER).set(TVS, GOOD).file("deployed/" + TVS + "/now.pem", GOOD.leaf())),
            clean("callmanager-with-tvs", "CallManager has no leaf yet")
                    .in(tree -> tree.set(CALL_MANAGER).set(TVS).without(CALL_MANAGER + "/CallManager.pem")),
            clean("callmanager-with-tvs", "TVS has no leaf yet")
                    .in(tree -> tree.set(CALL_MANAGER).set(TVS).without(TVS + "/TVS.pem")),
            clean("callmanager-with-tvs", "TVS is not in this window")
                    .in(tree -> tree.set(CALL_MANAGER).set(TVS))
                    .purposes(Purpose.CALL_MANAGER),
            clean("callmanager-with-tvs", "CallManager is not in this window")
                    .in(tree -> tree.set(CALL_MANAGER).set(TVS))
                    .purposes(Purpose.TVS),
            found("capf-on-subscriber", "on a subscriber").in(tree -> tree.set(SUB + "/CAPF", GoodSet.capf(SUB))),
            found("capf-on-subscriber", "on a subscriber with its short name")
                    .in(tree -> tree.set("cucm-sub1/CAPF", GoodSet.capf(SUB))),
            clean("capf-on-subscriber", "on the publisher").in(tree -> tree.set(PUB + "/CAPF", GoodSet.capf(PUB))),
            clean("capf-on-subscriber", "on the publisher with its short name in upper case")
                    .in(tree -> tree.set("CUCM-PUB/CAPF", GoodSet.capf(PUB))),
            clean("capf-on-subscriber", "the publisher is configured by its short name")
                    .in(tree -> tree.set(PUB + "/CAPF", GoodSet.capf(PUB)))
                    .publisher("cucm-pub"),
            clean("capf-on-subscriber", "no publisher is set")
                    .in(tree -> tree.set(SUB + "/CAPF", GoodSet.capf(SUB)))
                    .withoutPublisher(),
            clean("capf-on-subscriber", "the node is unknown").in(tree -> tree.set("CAPF", GoodSet.capf(PUB))),
            clean("capf-on-subscriber", "another purpose").in(tree -> tree.set(SUB + "/TVS")));

    private ChangeCases() {}
}

package org.mingze.office.packet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.mingze.access.Counties;
import org.mingze.database.CountyScope;
import org.mingze.journal.Checkpoint;
import org.mingze.journal.CheckpointKey;
import org.mingze.journal.Evidence;
import org.mingze.journal.Journal;
import org.mingze.journal.Leaves;
import org.mingze.journal.proof.Proven;
import org.mingze.journal.proof.Proving;
import org.mingze.organization.Body;
import org.mingze.work.ChinaTime;
import org.mingze.work.CountyLedgers;
import org.mingze.work.WorkRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// 做包 — makes what was ordered, one at a time, while the page that ordered it may be closed.
@Component
class MakingPackets implements ApplicationListener<WebServerInitializedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(MakingPackets.class);

    private final Counties counties;
    private final CountyLedgers ledgers;
    private final WorkRecords rows;
    private final Orders orders;
    private final Journal journal;
    private final Leaves leaves;
    private final Proving proving;
    private final Evidence evidence;
    private final CheckpointKey key;
    private final Path folder;
    private final Semaphore places = new Semaphore(1);
    private final InstantSource clock = InstantSource.system();

    MakingPackets(
            Counties counties,
            CountyLedgers ledgers,
            WorkRecords rows,
            Orders orders,
            Journal journal,
            Leaves leaves,
            Proving proving,
            Evidence evidence,
            CheckpointKey key,
            Environment environment) {
        this.counties = counties;
        this.ledgers = ledgers;
        this.rows = rows;
        this.orders = orders;
        this.journal = journal;
        this.leaves = leaves;
        this.proving = proving;
        this.evidence = evidence;
        this.key = key;
        this.folder = Path.of(environment.getRequiredProperty("mingze.home")).resolve("packets");
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent started) {
        counties.all().forEach(county -> orders.settle(county.id()));
    }

    /// Of the key that signs what is made here.
    String fingerprint() {
        return key.fingerprint();
    }

    Path file(UUID id) {
        return folder.resolve(id + ".zip");
    }

    void start(int of, Order order) {
        orders.add(of, order);
        Thread.ofVirtual().start(CountyScope.within(of, () -> inTurn(of, order)));
    }

    private void inTurn(int of, Order order) {
        places.acquireUninterruptibly();
        try {
            make(of, order);
        } catch (IOException | RuntimeException failed) {
            LOG.warn("packet {} failed", order.id(), failed);
            orders.progress(of, order.id(), Order.FAILED, 0, 0, "磁盘满了，或读不到材料；由管服务器的人看日志");
        } finally {
            places.release();
        }
    }

    private void make(int of, Order order) throws IOException {
        List<Body> bodies =
                ledgers.ask(
                        of,
                        known ->
                                known.organization()
                                        .subtree(order.body(), ChinaTime.day(order.orderedAt())));
        Gathering gathering =
                new Gathering(ledgers, rows, of, order, ChinaTime.day(order.orderedAt()));
        Gathered gathered =
                gathering.gather(
                        bodies,
                        done ->
                                orders.progress(
                                        of, order.id(), Order.MAKING, done, bodies.size(), ""));
        SortedSet<Long> numbers = new TreeSet<>(gathered.numbers());
        gathered.verdicts().forEach(verdict -> numbers.addAll(verdict.witnesses()));
        Checkpoint checkpoint = journal.checkpoint(of, clock.instant());
        List<Proven> proofs = proving.prove(of, checkpoint, numbers);
        Files.createDirectories(folder);
        Path part = folder.resolve(order.id() + ".part");
        new PacketWriting(leaves, evidence, key)
                .write(part, of, order, gathered, checkpoint, proofs);
        Files.move(part, file(order.id()), StandardCopyOption.ATOMIC_MOVE);
        orders.progress(of, order.id(), Order.MADE, bodies.size(), bodies.size(), "");
    }
}

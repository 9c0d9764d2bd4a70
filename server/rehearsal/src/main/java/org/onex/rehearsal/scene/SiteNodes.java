package org.onex.rehearsal.scene;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The real servers that this rehearsal has started, one for each site, and the PINs for their rooms; they stop with it. */
public final class SiteNodes implements AutoCloseable {

    private final Supplier<Path> run;
    private final Map<String, SiteNode> bySite = new LinkedHashMap<>();
    private final Map<String, String> pins = new HashMap<>();

    /**
     * @param run the program that starts a node; asked for with the first one
     */
    public SiteNodes(Supplier<Path> run) {
        this.run = run;
    }

    /**
     * Starts the server of a site, which answers some time later.
     *
     * @param center that it belongs to
     */
    public SiteNode launch(String site, URI center) {
        var known = bySite.get(site);
        if (known != null) {
            return known;
        }
        var options = List.of("--center", center.toString());
        // What was built for the first one is there for the others.
        var launched =
                bySite.isEmpty() ? SiteNode.launch(run.get(), options) : SiteNode.launchBuilt(run.get(), options);
        bySite.put(site, launched);
        return launched;
    }

    /** The PINs of invigilators that were issued for the day, by their number, as they stand on paper only. */
    public Map<String, String> pins() {
        return pins;
    }

    /** The one of a site. */
    public Optional<SiteNode> of(String site) {
        return Optional.ofNullable(bySite.get(site));
    }

    public Collection<SiteNode> all() {
        return List.copyOf(bySite.values());
    }

    /** Stops all of them at once and removes their data. */
    @Override
    public void close() {
        bySite.values().parallelStream().forEach(SiteNode::close);
        bySite.clear();
    }
}

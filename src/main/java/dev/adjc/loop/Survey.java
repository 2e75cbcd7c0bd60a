package dev.adjc.loop;

import static java.util.Objects.requireNonNull;

import dev.adjc.ir.Access;
import dev.adjc.ir.Combine;
import dev.adjc.ir.Definition;
import dev.adjc.ir.Operand;
import dev.adjc.ir.Reads;
import dev.adjc.ir.Requirement;
import dev.adjc.ir.Step;
import dev.adjc.ir.Value;
import dev.adjc.loop.Node.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who gives and who reads the values of one routine that lie in no array, and in which of its blocks. */
final class Survey {
    private final Block root;
    private final Storage storage;
    private final Map<Value, Integer> reads = new HashMap<>();
    private final Map<Value, List<Definition>> givers = new HashMap<>();
    private final Set<Value> sums = new HashSet<>();
    private final Map<Value, Block> homes = new HashMap<>();
    private final Map<Value, Block> readers = new HashMap<>();
    private final Map<Block, Block> nests = new IdentityHashMap<>();
    private final Map<Definition, Block> blocks = new IdentityHashMap<>();
    private final Map<Block, Block> around = new IdentityHashMap<>();
    private final Map<Block, Integer> depths = new IdentityHashMap<>();
    private final List<Definition> order = new ArrayList<>();
    private final List<Node.Fork> forks = new ArrayList<>();

    /**
     * A survey of the steps in a block.
     *
     * @param results what is read when all steps are done
     */
    Survey(Block root, List<Operand> results, Storage storage) {
        this.root = root;
        this.storage = storage;
        depths.put(root, 0);
        nests.put(root, root);
        survey(root);
        results.forEach(operand -> read(operand, root));
    }

    private void survey(Block block) {
        for (Node node : block.nodes()) {
            if (node instanceof Node.Leaf leaf) {
                leaf.step().match(definition -> survey(definition, block), requirement -> survey(requirement, block));
            } else if (node instanceof Node.Nest nest) {
                nests.put(nest.body(), nest.body());
                surveyWithin(nest.body(), block);
            } else {
                Node.Fork fork = (Node.Fork) node;
                read(fork.condition(), block);
                for (Block branch : List.of(fork.then(), fork.otherwise())) {
                    nests.put(branch, nest(block));
                    surveyWithin(branch, block);
                }
                forks.add(fork);
            }
        }
    }

    private void surveyWithin(Block inner, Block outer) {
        around.put(inner, outer);
        depths.put(inner, depth(outer) + 1);
        survey(inner);
    }

    private Step survey(Definition definition, Block block) {
        definition.operands().forEach(operand -> read(operand, block));
        order.add(definition);
        blocks.put(definition, block);
        Value target = definition.value();
        if (storage.isArray(target)) {
            return definition;
        }
        if (definition.combine() != Combine.SET) {
            sums.add(target);
        }
        givers.computeIfAbsent(target, none -> new ArrayList<>()).add(definition);
        meet(target, block);
        return definition;
    }

    private Step survey(Requirement requirement, Block block) {
        read(requirement.condition(), block);
        requirement.shown().forEach(shown -> read(shown.operand(), block));
        return requirement;
    }

    private void read(Operand operand, Block block) {
        for (Access access : Reads.accesses(operand)) {
            if (storage.isArray(access.value())) {
                continue;
            }
            reads.merge(access.value(), 1, Integer::sum);
            readers.put(access.value(), block);
            meet(access.value(), block);
        }
    }

    private void meet(Value value, Block block) {
        Block home = homes.get(value);
        if (home == null) {
            homes.put(value, block);
            return;
        }
        Block other = block;
        while (home != other) {
            int difference = depth(home) - depth(other);
            if (difference >= 0) {
                home = requireNonNull(around.get(home));
            }
            if (difference <= 0) {
                other = requireNonNull(around.get(other));
            }
        }
        homes.put(value, home);
    }

    // ---- steps

    /** All definitions. */
    List<Definition> definitions() {
        return order;
    }

    /** All places where a condition is asked for, those within others before these. */
    List<Node.Fork> forks() {
        return forks;
    }

    // ---- values

    /** All values that are read. */
    Set<Value> read() {
        return reads.keySet();
    }

    /** How often the value is read. */
    int reads(Value value) {
        return reads.getOrDefault(value, 0);
    }

    /** The definitions that give the value. */
    List<Definition> givers(Value value) {
        return givers.getOrDefault(value, List.of());
    }

    /** Whether the value is added up, or compared with others for the greatest or least. */
    boolean isGathered(Value value) {
        return sums.contains(value);
    }

    /** The innermost block around all that give or read the value: the one in which its name is known. */
    Block home(Value value) {
        return givers.containsKey(value) ? homes.getOrDefault(value, root) : root;
    }

    /** The block that reads the value last. */
    Optional<Block> reader(Value value) {
        return Optional.ofNullable(readers.get(value));
    }

    // ---- blocks

    Block root() {
        return root;
    }

    /** The block that the definition stands in. */
    Block block(Definition definition) {
        return requireNonNull(blocks.get(definition));
    }

    /** The body of the innermost nest around the block. */
    Block nest(Block block) {
        return requireNonNull(nests.get(block));
    }

    /** How many blocks are around the block. */
    int depth(Block block) {
        return requireNonNull(depths.get(block));
    }

    boolean isAround(Block outer, Block inner) {
        Block block = inner;
        while (depth(block) > depth(outer)) {
            block = requireNonNull(around.get(block));
        }
        return block == outer;
    }
}

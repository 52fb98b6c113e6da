package io.vidgen.internal.limits;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who waits: owners take turns, and each owner's are served in the order in which they came. All is
 * done in constant time but {@link #takeIf}.
 */
final class OwnerQueue {
  private final Map<String, LinkedHashSet<Turn>> owners = new LinkedHashMap<>();
  private int size;

  void add(Turn turn) {
    if (owners.computeIfAbsent(turn.owner(), owner -> new LinkedHashSet<>()).add(turn)) {
      size++;
    }
  }

  boolean has(Turn turn) {
    var turns = owners.get(turn.owner());
    return turns != null && turns.contains(turn);
  }

  /** How many go before the last one of an owner, unless others come. */
  int beforeLast(String owner) {
    int own = owners.getOrDefault(owner, new LinkedHashSet<>()).size() - 1;
    int before = own;
    boolean earlier = true;
    for (var other : owners.entrySet()) {
      if (other.getKey().equals(owner)) {
        earlier = false;
      } else {
        before += Math.min(other.getValue().size(), earlier ? own + 1 : own);
      }
    }
    return before;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** The one whose turn it is. */
  Turn first() {
    return owners.values().iterator().next().iterator().next();
  }

  /** Takes the one whose turn it is; its owner is last from now on. */
  Turn take() {
    var owner = owners.keySet().iterator().next();
    var turns = owners.remove(owner);
    var turn = turns.iterator().next();
    turns.remove(turn);
    size--;
    if (!turns.isEmpty()) {
      owners.put(owner, turns);
    }
    return turn;
  }

  boolean remove(Turn turn) {
    var turns = owners.get(turn.owner());
    if (turns == null || !turns.remove(turn)) {
      return false;
    }
    size--;
    if (turns.isEmpty()) {
      owners.remove(turn.owner());
    }
    return true;
  }

  void takeIf(Predicate<Turn> condition, List<Turn> taken) {
    owners.values().stream().flatMap(LinkedHashSet::stream).filter(condition).forEach(taken::add);
    taken.forEach(this::remove);
  }
}

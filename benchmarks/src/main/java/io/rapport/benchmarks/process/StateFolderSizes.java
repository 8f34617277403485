package io.rapport.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** The sizes of the state stores of a stopped stream, summed over its tasks. */
public record StateFolderSizes(Map<String, Store> stores) {

    private static final String ENGINE = "rocksdb";

    /**
     * The size of a store.
     *
     * @param entries the number of entries
     * @param bytes the bytes of all keys and values
     * @param checksum the order-independent checksum of all keys and values
     * @param onDisk the bytes of its files
     */
    public record Store(long entries, long bytes, long checksum, long onDisk) {

        static final Store EMPTY = new Store(0, 0, 0, 0);

        Store plus(Store other) {
            return new Store(
                    entries + other.entries, bytes + other.bytes, checksum + other.checksum, onDisk + other.onDisk);
        }

        /** The size without the files, for comparison. */
        Store contents() {
            return new Store(entries, bytes, checksum, 0);
        }
    }

    public static StateFolderSizes read(Path folder) throws IOException, RocksDBException {
        RocksDB.loadLibrary();
        var stores = new TreeMap<String, Store>();
        try (var all = Files.walk(folder)) {
            for (var store : all.filter(path -> path.getNameCount() > 1
                            && path.getName(path.getNameCount() - 2).endsWith(ENGINE))
                    .toList()) {
                stores.merge(store.getFileName().toString(), readStore(store), Store::plus);
            }
        }
        return new StateFolderSizes(stores);
    }

    public static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The names of the stores whose contents differ. */
    public List<String> differences(StateFolderSizes other) {
        return stores.entrySet().stream()
                .filter(store -> !store.getValue()
                        .contents()
                        .equals(other.stores
                                .getOrDefault(store.getKey(), Store.EMPTY)
                                .contents()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Store readStore(Path folder) throws IOException, RocksDBException {
        var sum = new Store(0, 0, 0, size(folder));
        try (var options = new Options();
                var store = RocksDB.openReadOnly(options, folder.toString());
                var all = store.newIterator()) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                var hash = 31L * Arrays.hashCode(all.key()) + Arrays.hashCode(all.value());
                sum = sum.plus(new Store(1, all.key().length + all.value().length, hash * hash, 0));
            }
        }
        return sum;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

package io.rapport.scoring.topology;

import io.rapport.scoring.topology.handle.state.HandleStores;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all RocksDB stores of the process share one block cache, which includes the write buffers: the memory of the stores does not
 * grow with the number of partitions.
 */
public final class RocksDbMemoryConfigSetter implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 88L << 20;
    private static final long WRITE_BUFFER_BYTES = 40L << 20;
    private static final long ONE_WRITE_BUFFER = 4L << 20;
    private static final int SHARD_BITS = 4;

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(SharedMemory.CACHE);
        tables.setCacheIndexAndFilterBlocks(true);
        tables.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(SharedMemory.WRITE_BUFFERS);
        options.setWriteBufferSize(ONE_WRITE_BUFFER);
        options.setMaxWriteBufferNumber(2);
        options.setTableFormatConfig(tables);
        // Most lookups in this store miss, so its filters pay off at every level.
        options.setOptimizeFiltersForHits(!storeName.equals(HandleStores.ENGAGEMENT_SEEN));
    }

    // The cache and the buffers outlive every store.
    @Override
    public void close(String storeName, Options options) {}

    /** Created when the first store opens, after the native library is loaded. */
    private static final class SharedMemory {

        static {
            RocksDB.loadLibrary();
        }

        static final Cache CACHE = new LRUCache(CACHE_BYTES, SHARD_BITS, false);
        static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
    }
}

// Pools, descriptors and secrets are counted for the whole process: what another test does beside would be counted too.
[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]

module.exports = {
  resolver: {
    unstable_enablePackageExports: true,
    // As React Native sets them.
    unstable_conditionNames: ['react-native', 'require'],
    unstable_conditionsByPlatform: { web: ['browser'] },
    platforms: ['ios', 'android'],
  },
  transformer: { babelTransformerPath: require.resolve('@react-native/metro-babel-transformer') },
}

/**
 * Fisher's irises: a network with one hidden layer learns to tell three species by their petals. The network stands in
 * {@code src/main/ad/iris/network.ad}; what adjc makes of it, {@code Nll…} and {@code Scores…}, belongs to this package
 * too.
 */
package iris;
